import { l10n, ThemeIcon, type QuickInputButton, type QuickPick, type QuickPickItem } from 'vscode';
import type { BankIndex } from '../../core/bank/bankFiles';
import type { QuestionSummary } from '../../core/bank/question';
import { createQueryTest, parseQuery } from '../../core/search/query';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { SearchHit, SearchIndex } from '../../core/search/searchIndex';
import { executeCommand } from '../../platform/commands';
import type { Services } from '../../platform/services';
import { nameOfStatus } from '../../platform/statusNames';
import { createDebounced } from '../../platform/timers';

export interface HitItem extends QuickPickItem {
  /** `undefined` for a line that only says something. */
  readonly id: string | undefined;
}

export interface Searched {
  readonly index: BankIndex;
  readonly search: SearchIndex;
  readonly study: StudyRecord;
  readonly vocabulary: { readonly topics: readonly string[]; readonly statuses: readonly string[] };
}

/** Items cross a process boundary on every keystroke, and nobody reads past the first screens. */
const mostItems = 50;

/** A pointer or key that passes on to the next question needs no preview of this one. */
const previewAfterMs = 250;

/** Lets a Quick Pick search: results as one types, a preview of the one in focus, Enter to open. */
export function connectSearchPick(pick: QuickPick<HitItem>, services: Services, searched: Searched): void {
  const { focus } = services;
  const resting = createDebounced(previewAfterMs);
  let isAccepted = false;
  let hasPreview = false;

  const update = () => {
    pick.items = findItems(pick.value, searched);
    const ids = pick.items.flatMap(({ id }) => id ?? []);
    focus.lastSearch = pick.value.trim() === '' ? undefined : { query: pick.value.trim(), ids };
  };
  const preview = (id: string | undefined) => {
    if (id === undefined || pick.value === '') return;
    resting.call(() => {
      hasPreview = true;
      void executeCommand('llmStudy.answer.preview', id);
    });
  };

  pick.onDidChangeValue(update);
  pick.onDidChangeActive(([item]) => preview(item?.id));
  pick.onDidTriggerItemButton(({ item, button }) => {
    if (item.id === undefined) return;
    if (button === quizButton) {
      // The preview goes away as by Escape: beside the quiz it would give the answer away.
      pick.hide();
      void executeCommand('llmStudy.quiz.questions', { title: item.label, ids: [item.id] });
    } else void services.study.setBookmarked(item.id, button === bookmarkButton).then(update);
  });
  pick.onDidAccept(() => {
    const id = pick.selectedItems[0]?.id;
    if (id === undefined) return;
    isAccepted = true;
    pick.hide();
    void executeCommand('llmStudy.answer.open', id);
  });
  pick.onDidHide(() => {
    resting.dispose();
    if (hasPreview && !isAccepted) void executeCommand('llmStudy.answer.preview');
    pick.dispose();
  });
  update();
}

function findItems(value: string, { index, search, vocabulary, study }: Searched): HitItem[] {
  const query = parseQuery(value, vocabulary);
  const summaries = new Map(index.questions.map((question) => [question.id, question]));
  const passes = createQueryTest(query, ({ id }, status) => hasStatus(study, id, status));
  const hits = search.search(query.text, { limit: mostItems, accepts: passes });
  const items = hits.flatMap((hit) => {
    const question = summaries.get(hit.id);
    return question === undefined ? [] : [renderHit(hit, question, index, study)];
  });
  const hints = query.hints.map((hint) => say(`$(info) ${hint}`));
  return hints.length + items.length === 0
    ? [say(l10n.t('No question matches. Try fewer words.'))]
    : [...hints, ...items];
}

function hasStatus(study: StudyRecord, id: string, status: string): boolean {
  if (status === 'bookmarked') return study.isBookmarked(id);
  if (status === 'noted') return study.noteOf(id) !== undefined;
  return status === 'leech' ? study.isLeech(id) : study.statusOf(id) === status;
}

function renderHit(
  { id, matched, snippet }: SearchHit,
  { title, level, topic }: QuestionSummary,
  { topics }: BankIndex,
  study: StudyRecord,
): HitItem {
  const isBookmarked = study.isBookmarked(id);
  const topicTitle = topics.find((each) => each.id === topic)?.title ?? topic;
  const marks = [
    nameOfStatus(study.statusOf(id)),
    ...(isBookmarked ? [l10n.t('bookmarked')] : []),
    ...(study.noteOf(id) === undefined ? [] : [l10n.t('noted')]),
    ...(study.isLeech(id) ? [l10n.t('leech')] : []),
  ];
  const own = matched === 'note' ? `$(note) ${l10n.t('Your note:')} ` : '';
  return {
    id,
    label: title,
    description: [topicTitle, level, ...marks].join(' · '),
    ...(snippet === undefined ? {} : { detail: own + snippet }),
    alwaysShow: true,
    buttons: [quizButton, isBookmarked ? removeBookmarkButton : bookmarkButton],
  };
}

function say(label: string): HitItem {
  return { id: undefined, label, alwaysShow: true };
}

const quizButton: QuickInputButton = {
  iconPath: new ThemeIcon('mortar-board'),
  tooltip: l10n.t('Quiz me on this'),
};
const bookmarkButton: QuickInputButton = { iconPath: new ThemeIcon('bookmark'), tooltip: l10n.t('Bookmark') };
const removeBookmarkButton: QuickInputButton = {
  iconPath: new ThemeIcon('remove'),
  tooltip: l10n.t('Remove bookmark'),
};
