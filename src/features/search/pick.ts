import { l10n, ThemeIcon, type QuickInputButton, type QuickPick, type QuickPickItem } from 'vscode';
import { listedStatusOf } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import { createQueryTest, parseQuery, type QueryVocabulary } from '../../core/search/query';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { SearchHit, SearchIndex } from '../../core/search/searchIndex';
import { executeCommand } from '../../platform/commands';
import { literalIcons } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { nameOfStatus } from '../../platform/statusNames';
import { createDebounced } from '../../platform/timers';

export interface HitItem extends QuickPickItem {
  /** `undefined` for a line that only says something. */
  readonly id: string | undefined;
}

export interface Searched {
  readonly search: SearchIndex;
  readonly study: StudyRecord;
  /** By id. */
  readonly questions: ReadonlyMap<string, QuestionSummary>;
  /** By the topic's id; a deck's topic says which deck it is of. */
  readonly topicNames: ReadonlyMap<string, string>;
  readonly vocabulary: QueryVocabulary;
}

/** Items cross a process boundary on every keystroke, and nobody reads past the first screens. */
const mostItems = 50;

/** A pointer or key that passes on to the next question needs no preview of this one. */
const previewAfterMs = 250;

/** A Quick Pick that searches. */
export interface ConnectedPick {
  isOpen(): boolean;
  /** Searches these questions from now on. */
  take(searched: Searched): void;
}

/** Lets a Quick Pick search: results as one types, a preview of the one in focus, Enter to open. */
export function connectSearchPick(
  pick: QuickPick<HitItem>,
  services: Services,
  start: Searched,
): ConnectedPick {
  const { focus } = services;
  let searched = start;
  let isOpen = true;
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
      void executeCommand('llmStudy.quiz.questions', { title: '', ids: [item.id] });
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
    isOpen = false;
    resting.dispose();
    if (hasPreview && !isAccepted) void executeCommand('llmStudy.answer.preview');
    pick.dispose();
  });
  update();
  return {
    isOpen: () => isOpen,
    take(next) {
      if (next === searched) return;
      searched = next;
      update();
    },
  };
}

function findItems(value: string, searched: Searched): HitItem[] {
  const { search, vocabulary, study, questions } = searched;
  const query = parseQuery(value, vocabulary);
  const passes = createQueryTest(query, (question, status) => hasStatus(study, question, status));
  const hits = search.search(query.text, { limit: mostItems, accepts: passes });
  const items = hits.flatMap((hit) => {
    const question = questions.get(hit.id);
    return question === undefined ? [] : [renderHit(hit, question, searched)];
  });
  const hints = query.hints.map((hint) => say(`$(info) ${literalIcons(hint)}`));
  return hints.length + items.length === 0
    ? [say(l10n.t('No question matches. Try fewer words.'))]
    : [...hints, ...items];
}

function hasStatus(
  study: StudyRecord,
  question: Pick<QuestionSummary, 'id' | 'isUnanswered'>,
  status: string,
): boolean {
  const { id } = question;
  if (status === 'bookmarked') return study.isBookmarked(id);
  if (status === 'noted') return study.noteOf(id) !== undefined;
  return status === 'leech' ? study.isLeech(id) : listedStatusOf(question, study) === status;
}

function renderHit(
  { id, matched, snippet }: SearchHit,
  question: QuestionSummary,
  { study, topicNames }: Searched,
): HitItem {
  const { title, level, topic } = question;
  const isBookmarked = study.isBookmarked(id);
  const status = listedStatusOf(question, study);
  const marks = [
    status === 'unanswered' ? l10n.t('not answered yet') : nameOfStatus(status),
    ...(isBookmarked ? [l10n.t('bookmarked')] : []),
    ...(study.noteOf(id) === undefined ? [] : [l10n.t('noted')]),
    ...(study.isLeech(id) ? [l10n.t('leech')] : []),
  ];
  const own = matched === 'note' ? `$(note) ${l10n.t('Your note:')} ` : '';
  return {
    id,
    label: literalIcons(title),
    description: [
      literalIcons(topicNames.get(topic) ?? topic),
      ...(level === undefined ? [] : [level]),
      ...marks,
    ].join(' · '),
    ...(snippet === undefined ? {} : { detail: own + literalIcons(snippet) }),
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
