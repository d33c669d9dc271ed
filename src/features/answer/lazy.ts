import { Disposable, Uri, ViewColumn, env, l10n, window, type WebviewPanel } from 'vscode';
import { createHistory, type History } from '../../core/util/history';
import { executeCommand } from '../../platform/commands';
import { setContextKey } from '../../platform/contextKeys';
import type { Services } from '../../platform/services';
import { getSetting, onSettingChange } from '../../platform/settings';
import { createStudyPanel, type StudyPanel } from '../../platform/studyPanel';
import {
  answerShapes,
  isAnswerState,
  type AnswerEvents,
  type AnswerMethods,
  type AnswerView,
} from '../../protocol/answer';
import { createQuestionView } from '../../protocol/question';
import type { Handlers } from '../../protocol/rpc';
import { createNotes, type Notes } from './notes';
import { sourceScheme } from './source';

/** The one panel that shows an answer. */
export interface AnswerPanel {
  /** Rejects when the bank has no such question. */
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

/** What the panel shows: a place in its history, or for a while a question that is only looked at. */
interface Shown {
  history: History;
  preview: { readonly id: string; readonly wasOpen: boolean } | undefined;
  /** The question whose note is to be written as soon as its page is there. */
  noteAskedFor: string | undefined;
}

export function createAnswerPanel(services: Services): AnswerPanel {
  const shown: Shown = { history: createHistory(), preview: undefined, noteAskedFor: undefined };
  const notes = createNotes(services);
  const loadShown = () => loadView(services, notes, shown);
  const panel = createStudyPanel<AnswerMethods, AnswerEvents>(services, {
    viewType: 'llmStudy.answer',
    script: 'answer',
    title: l10n.t('Answer'),
    shapes: answerShapes,
    handlers: {
      ...createQuestionHandlers(services),
      saveNote: async ({ id, text }) => ({ note: await notes.save(await loadCurrentId(services, id), text) }),
      keepDraft: ({ id, draft }) => {
        if (shown.noteAskedFor === id) shown.noteAskedFor = undefined;
        return notes.keepDraft(id, draft);
      },
      ready: loadShown,
      open: async ({ id }) => moveTo(shown.history.visit(await loadCurrentId(services, id))),
      back: () => moveTo(shown.history.goBack()),
      forward: () => moveTo(shown.history.goForward()),
    },
    onDidClose: () => services.focus.setQuestion(undefined),
  });
  const moveTo = createMove(services, panel, shown, loadShown);
  const watching = watchChanges(services, panel.emit, shown);
  const open: AnswerPanel['open'] = async (id, place) => {
    const next = shown.history.visit(await loadCurrentId(services, id));
    if (!panel.show(place)) shown.history = next;
    await moveTo(next);
  };

  return {
    open,
    preview: createPreview(panel, shown, loadShown, moveTo),
    go: (direction) => moveTo(direction === 'back' ? shown.history.goBack() : shown.history.goForward()),
    reveal: (how) => panel.emit('reveal', how),
    async writeNote(target) {
      const id = await loadCurrentId(services, target ?? shownId(shown));
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
      shown.history = kept.history;
      panel.adopt(restored);
      panel.setTitle(kept.title);
      services.focus.setQuestion(kept.history.current);
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
  loadShown: () => Promise<AnswerView>,
) {
  return async (next: History): Promise<void> => {
    const before = shown.history;
    const isStillMeant = () => shown.history === next;
    shown.history = next;
    shown.preview = undefined;
    try {
      const view = await loadShown();
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
  panel: StudyPanel<AnswerEvents>,
  shown: Shown,
  loadShown: () => Promise<AnswerView>,
  moveTo: (next: History) => Promise<void>,
): AnswerPanel['preview'] {
  const start = async (id: string) => {
    const isStillMeant = () => shown.preview?.id === id;
    shown.preview = { id, wasOpen: shown.preview?.wasOpen ?? panel.isOpen };
    const view = await loadShown();
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
): Promise<{ readonly history: History; readonly title: string } | undefined> {
  if (!isAnswerState(state)) return undefined;
  const question = await library.loadQuestion(state.id);
  if (question === undefined) return undefined;
  return { history: createHistory(question.id, state.back, state.forward), title: question.title };
}

/** The question that the panel shows now; `undefined` before it has shown any. */
function shownId({ history, preview }: Shown): string | undefined {
  return preview?.id ?? history.current;
}

async function loadView({ library, study }: Services, notes: Notes, shown: Shown): Promise<AnswerView> {
  const { history, preview } = shown;
  const id = shownId(shown);
  const question = id === undefined ? undefined : await library.loadQuestion(id);
  if (question === undefined) throw unknownQuestion(id);
  const index = await library.loadIndex();
  const record = await study.load();
  return {
    question: createQuestionView(question, index),
    isBookmarked: record.isBookmarked(question.id),
    note: record.noteOf(question.id) ?? '',
    draft: notes.draftOf(question.id),
    startsWriting: shown.noteAskedFor === question.id,
    back: history.back,
    forward: history.forward,
    isPreview: preview !== undefined,
    peek: getSetting('answer.peek'),
  };
}

/** What the panel may ask about a question, whatever it shows. */
function createQuestionHandlers(
  services: Services,
): Pick<Handlers<AnswerMethods>, 'reached' | 'bookmark' | 'openSource' | 'quiz' | 'copy'> {
  const { library, study } = services;
  return {
    reached: async ({ id, step }) => {
      if (step !== 'answer') return;
      await study.markSeen(await loadCurrentId(services, id));
      await setContextKey('llmStudy.hasRead', true);
    },
    bookmark: async ({ id, on }) => study.setBookmarked(await loadCurrentId(services, id), on),
    openSource: ({ id }) => openSource(services, id),
    quiz: async ({ id }) => {
      const question = await library.loadQuestion(id);
      if (question === undefined) throw unknownQuestion(id);
      await executeCommand('llmStudy.quiz.questions', { title: question.title, ids: [question.id] });
    },
    copy: ({ text }) => env.clipboard.writeText(text),
  };
}

function watchChanges({ study }: Services, emit: StudyPanel<AnswerEvents>['emit'], shown: Shown): Disposable {
  const following = study.onDidChange((ids) => {
    const id = shownId(shown);
    if (id === undefined || !ids.includes(id)) return;
    emit('bookmarked', { id, on: study.record?.isBookmarked(id) ?? false });
    emit('noted', { id, note: study.record?.noteOf(id) ?? '' });
  });
  return Disposable.from(
    following,
    onSettingChange('answer.peek', () => emit('peek', getSetting('answer.peek'))),
  );
}

async function setHistoryKeys({ back, forward }: History): Promise<void> {
  await setContextKey('llmStudy.answer.canGoBack', back.length > 0);
  await setContextKey('llmStudy.answer.canGoForward', forward.length > 0);
}

/** The id that a question has now: old ids are followed. Rejects when the bank has no such question. */
async function loadCurrentId({ library }: Services, id: string | undefined): Promise<string> {
  const question = id === undefined ? undefined : await library.loadQuestion(id);
  if (question === undefined) throw unknownQuestion(id);
  return question.id;
}

/** Opens the Markdown that the question was compiled from, read-only. */
async function openSource({ library }: Services, id: string | undefined): Promise<void> {
  const question = id === undefined ? undefined : await library.loadQuestion(id);
  if (question === undefined) throw unknownQuestion(id);
  const source = Uri.from({ scheme: sourceScheme, path: `/${question.topic}/${question.id}.md` });
  await window.showTextDocument(source, { viewColumn: ViewColumn.Active });
}

function unknownQuestion(id: string | undefined): Error {
  if (id === undefined) return new Error(l10n.t('no question is selected. Open one first.'));
  return new Error(l10n.t('the bank has no question "{0}".', id.slice(0, 60)));
}
