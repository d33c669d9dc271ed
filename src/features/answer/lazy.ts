import { Disposable, Uri, ViewColumn, env, l10n, window, type WebviewPanel } from 'vscode';
import { createHistory, type History } from '../../core/util/history';
import { executeCommand } from '../../platform/commands';
import { setContextKey } from '../../platform/contextKeys';
import { findDeckPictures, followDeckLink, showDeckQuestion } from '../../platform/deckDocuments';
import { allowPictures } from '../../platform/questionView';
import type { Services } from '../../platform/services';
import { getSetting, onSettingChange } from '../../platform/settings';
import { createStudyPanel, type StudyPanel } from '../../platform/studyPanel';
import { answerShapes, isAnswerState, type AnswerEvents, type AnswerMethods } from '../../protocol/answer';
import type { Handlers } from '../../protocol/rpc';
import { findWay, loadCurrentId, setHistoryKeys, unknownQuestion } from './moves';
import { createNotes, type Notes } from './notes';
import { sourceScheme } from './source';
import { createViews, shownId, type Shown, type Views } from './views';

/** The one panel that shows an answer. */
export interface AnswerPanel {
  /** Rejects when there is no such question. */
  open(id: string, place: 'setting' | 'side'): Promise<void>;
  /** Shows a question without going there; `undefined` ends that, and the panel is as it was before. */
  preview(id: string | undefined): Promise<void>;
  go(direction: 'back' | 'forward'): Promise<void>;
  reveal(how: AnswerEvents['reveal']): void;
  /** Opens the editor of the note on a question; on the one in the panel, when none is named. */
  writeNote(id: string | undefined): Promise<void>;
  /** Of the question in the panel, when none is named. */
  openSource(id: string | undefined): Promise<void>;
  /** Takes over a panel that was open before a reload. */
  restore(panel: WebviewPanel, state: unknown): Promise<void>;
  dispose(): void;
}

export function createAnswerPanel(services: Services): AnswerPanel {
  const { library } = services;
  const shown: Shown = { history: createHistory(), preview: undefined, noteAskedFor: undefined };
  const notes = createNotes(services);
  const views = createViews(services, notes, shown, () => panel);
  const panel: StudyPanel<AnswerEvents> = createStudyPanel<AnswerMethods, AnswerEvents>(services, {
    viewType: 'llmStudy.answer',
    script: 'answer',
    title: l10n.t('Answer'),
    shapes: answerShapes,
    handlers: {
      ...createQuestionHandlers(services),
      ...createNoteHandlers(services, notes, shown),
      ready: views.load,
      open: async ({ id }) => moveTo(shown.history.visit(await loadCurrentId(library, id))),
      back: () => go('back'),
      forward: () => go('forward'),
    },
    onDidClose: () => services.focus.setQuestion(undefined),
  });
  const moveTo = createMove(services, panel, shown, views);
  const go: AnswerPanel['go'] = async (direction) => moveTo(await findWay(library, shown.history, direction));
  const watching = watchChanges(services, panel.emit, shown, views);
  const open: AnswerPanel['open'] = async (id, place) => {
    const next = shown.history.visit(await loadCurrentId(library, id));
    await allowPictures(library, [id], panel);
    if (!panel.show(place)) shown.history = next;
    await moveTo(next);
  };

  return {
    open,
    preview: createPreview(services, panel, shown, views, moveTo),
    go,
    reveal: (how) => panel.emit('reveal', how),
    async writeNote(target) {
      const id = await loadCurrentId(library, target ?? shownId(shown));
      shown.noteAskedFor = id;
      if (!panel.isOpen || shown.preview !== undefined || id !== shown.history.current) {
        await open(id, 'setting');
      } else {
        panel.show('setting');
        panel.emit('writeNote', { id });
      }
    },
    openSource: (id) => openSource(services, id ?? shown.history.current),
    async restore(restored, state) {
      const kept = await loadRestored(services, state);
      if (kept === undefined) return void restored.dispose();
      await allowPictures(library, [kept.id], panel);
      shown.history = kept.history;
      panel.adopt(restored);
      panel.setTitle(kept.title);
      services.focus.setQuestion(kept.id);
      await setHistoryKeys(kept.history);
    },
    dispose: () => void Disposable.from(watching, panel).dispose(),
  };
}

/** Moves to another place in the history and shows it; a place that can't be shown is not moved to. */
function createMove(
  services: Services,
  panel: StudyPanel<AnswerEvents>,
  shown: Shown,
  { loadQuestion }: Views,
) {
  return async (next: History): Promise<void> => {
    const before = shown.history;
    const isStillMeant = () => shown.history === next;
    shown.history = next;
    shown.preview = undefined;
    try {
      const view = await loadQuestion();
      if (!isStillMeant()) return;
      panel.setTitle(view.question.title);
      panel.emit('show', view);
      services.focus.setQuestion(view.question.id);
      await setHistoryKeys(next);
    } catch (error) {
      if (isStillMeant()) shown.history = before;
      throw error;
    }
  };
}

function createPreview(
  { library }: Services,
  panel: StudyPanel<AnswerEvents>,
  shown: Shown,
  { loadQuestion }: Views,
  moveTo: (next: History) => Promise<void>,
): AnswerPanel['preview'] {
  const start = async (id: string) => {
    const isStillMeant = () => shown.preview?.id === id;
    shown.preview = { id, wasOpen: shown.preview?.wasOpen ?? panel.isOpen };
    await allowPictures(library, [id], panel);
    const view = await loadQuestion();
    if (isStillMeant() && panel.show('setting', true)) panel.emit('show', view);
  };
  const end = async () => {
    const { wasOpen } = shown.preview ?? { wasOpen: true };
    shown.preview = undefined;
    if (!wasOpen) panel.dispose();
    else if (panel.isOpen && shown.history.current !== undefined) await moveTo(shown.history);
  };
  return (id) => (id === undefined ? end() : start(id));
}

/** Where the panel was before a reload; `undefined` when its state is of another form, or the question is gone. */
async function loadRestored(
  { library }: Services,
  state: unknown,
): Promise<{ readonly id: string; readonly history: History; readonly title: string } | undefined> {
  if (!isAnswerState(state)) return undefined;
  const question = await library.loadQuestion(state.id);
  if (question === undefined) return undefined;
  const { id, title } = question;
  return { id, title, history: createHistory(id, state.back, state.forward) };
}

/** What the panel may ask about a question, whatever it shows. */
function createQuestionHandlers(
  services: Services,
): Pick<
  Handlers<AnswerMethods>,
  'reached' | 'bookmark' | 'openSource' | 'writeAnswer' | 'followLink' | 'findPictures' | 'quiz' | 'copy'
> {
  const { library, study } = services;
  return {
    reached: async ({ id, step }) => {
      if (step !== 'answer') return;
      await study.markSeen(await loadCurrentId(library, id));
      await setContextKey('llmStudy.hasRead', true);
    },
    bookmark: async ({ id, on }) => study.setBookmarked(await loadCurrentId(library, id), on),
    openSource: ({ id }) => openSource(services, id),
    writeAnswer: ({ id }) => executeCommand('llmStudy.decks.writeAnswer', id),
    followLink: ({ id, target }) => followDeckLink(library, id, target),
    findPictures: ({ id, paths }) => findDeckPictures(library, id, paths),
    quiz: async ({ id }) => {
      const question = await library.loadQuestion(id);
      if (question === undefined) throw unknownQuestion(id);
      await executeCommand('llmStudy.quiz.questions', { title: question.title, ids: [question.id] });
    },
    copy: ({ text }) => env.clipboard.writeText(text),
  };
}

function createNoteHandlers(
  { library }: Services,
  notes: Notes,
  shown: Shown,
): Pick<Handlers<AnswerMethods>, 'saveNote' | 'keepDraft'> {
  return {
    saveNote: async ({ id, text }) => ({ note: await notes.save(await loadCurrentId(library, id), text) }),
    keepDraft: ({ id, draft }) => {
      if (shown.noteAskedFor === id) shown.noteAskedFor = undefined;
      return notes.keepDraft(id, draft);
    },
  };
}

function watchChanges(
  { library, study, errors }: Services,
  emit: StudyPanel<AnswerEvents>['emit'],
  shown: Shown,
  { refresh }: Views,
): Disposable {
  const following = study.onDidChange((ids) => {
    const id = shownId(shown);
    if (id === undefined || !ids.includes(id)) return;
    emit('bookmarked', { id, on: study.record?.isBookmarked(id) ?? false });
    emit('noted', { id, note: study.record?.noteOf(id) ?? '' });
  });
  return Disposable.from(
    following,
    library.onDidChange(() => {
      refresh().catch((error: unknown) => errors.log('show what has changed in the deck', error));
    }),
    onSettingChange('answer.peek', () => emit('peek', getSetting('answer.peek'))),
  );
}

/** Opens the deck's file, or read-only the Markdown that a question of the bank was compiled from. */
async function openSource({ library }: Services, id: string | undefined): Promise<void> {
  const question = id === undefined ? undefined : await library.loadQuestion(id);
  if (question === undefined) throw unknownQuestion(id);
  if (await showDeckQuestion(library, question.id)) return;
  const source = Uri.from({ scheme: sourceScheme, path: `/${question.topic}/${question.id}.md` });
  await window.showTextDocument(source, { viewColumn: ViewColumn.Active });
}
