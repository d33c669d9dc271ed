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
import { sourceScheme } from './source';

/** The one panel that shows an answer. */
export interface AnswerPanel {
  /** Rejects when the bank has no such question. */
  open(id: string, place: 'setting' | 'side'): Promise<void>;
  /** Shows a question without going there; `undefined` ends that, and the panel is as it was before. */
  preview(id: string | undefined): Promise<void>;
  go(direction: 'back' | 'forward'): Promise<void>;
  reveal(how: AnswerEvents['reveal']): void;
  /** Of the question in the panel, when none is named. */
  openSource(id: string | undefined): Promise<void>;
  /** Takes over a panel that was open before a reload. */
  restore(panel: WebviewPanel, state: unknown): Promise<void>;
  dispose(): void;
}

export function createAnswerPanel(services: Services): AnswerPanel {
  const { focus } = services;
  let history: History = createHistory();
  let preview: { readonly id: string; readonly wasOpen: boolean } | undefined;

  /** Moves to another place in the history and shows it; a place that can't be shown is not moved to. */
  const moveTo = async (next: History) => {
    const before = history;
    history = next;
    preview = undefined;
    try {
      const view = await loadView(services, next);
      if (history !== next) return;
      panel.setTitle(view.question.title);
      panel.emit('show', view);
      focus.setQuestion(view.question.id);
      await setHistoryKeys(next);
    } catch (error) {
      if (history === next) history = before;
      throw error;
    }
  };

  const handlers: Handlers<AnswerMethods> = {
    ...createQuestionHandlers(services),
    ready: () => loadView(services, history, preview?.id),
    open: async ({ id }) => moveTo(history.visit(await loadCurrentId(services, id))),
    back: () => moveTo(history.goBack()),
    forward: () => moveTo(history.goForward()),
  };
  const panel = createStudyPanel<AnswerMethods, AnswerEvents>(services, {
    viewType: 'llmStudy.answer',
    script: 'answer',
    title: l10n.t('Answer'),
    shapes: answerShapes,
    handlers,
    onDidClose: () => focus.setQuestion(undefined),
  });
  const watching = watchChanges(services, panel.emit);

  return {
    async open(id, place) {
      const next = history.visit(await loadCurrentId(services, id));
      if (!panel.show(place)) history = next;
      await moveTo(next);
    },
    async preview(id) {
      if (id === undefined) {
        const { wasOpen } = preview ?? { wasOpen: true };
        preview = undefined;
        if (!wasOpen) panel.dispose();
        else if (panel.isOpen && history.current !== undefined) await moveTo(history);
        return;
      }
      preview = { id, wasOpen: preview?.wasOpen ?? panel.isOpen };
      const view = await loadView(services, history, id);
      if (preview?.id === id && panel.show('setting', true)) panel.emit('show', view);
    },
    go: (direction) => moveTo(direction === 'back' ? history.goBack() : history.goForward()),
    reveal: (how) => panel.emit('reveal', how),
    openSource: (id) => openSource(services, id ?? history.current),
    async restore(restored, state) {
      const kept = await loadRestored(services, state);
      if (kept === undefined) return void restored.dispose();
      history = kept.history;
      panel.adopt(restored);
      panel.setTitle(kept.title);
      focus.setQuestion(kept.history.current);
      await setHistoryKeys(kept.history);
    },
    dispose: () => void Disposable.from(watching, panel).dispose(),
  };
}

/** Where the panel was before a reload; `undefined` when its state is of another form, or the question is gone. */
async function loadRestored(
  { bank }: Services,
  state: unknown,
): Promise<{ readonly history: History; readonly title: string } | undefined> {
  if (!isAnswerState(state)) return undefined;
  const question = await bank.loadQuestion(state.id);
  if (question === undefined) return undefined;
  return { history: createHistory(question.id, state.back, state.forward), title: question.title };
}

async function loadView({ bank, study }: Services, history: History, preview?: string): Promise<AnswerView> {
  const id = preview ?? history.current;
  const question = id === undefined ? undefined : await bank.loadQuestion(id);
  if (question === undefined) throw unknownQuestion(id);
  return {
    question: createQuestionView(question, await bank.loadIndex()),
    isBookmarked: study.isBookmarked(question.id),
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
  const { bank, study } = services;
  return {
    reached: async ({ id, step }) => {
      if (step !== 'answer') return;
      await study.markSeen(await loadCurrentId(services, id));
      await setContextKey('llmStudy.hasRead', true);
    },
    bookmark: async ({ id, on }) => study.setBookmarked(await loadCurrentId(services, id), on),
    openSource: ({ id }) => openSource(services, id),
    quiz: async ({ id }) => {
      const question = await bank.loadQuestion(id);
      if (question === undefined) throw unknownQuestion(id);
      await executeCommand('llmStudy.quiz.questions', { title: question.title, ids: [question.id] });
    },
    copy: ({ text }) => env.clipboard.writeText(text),
  };
}

function watchChanges({ study }: Services, emit: StudyPanel<AnswerEvents>['emit']): Disposable {
  const stop = study.onDidChange((ids) => {
    for (const id of ids) emit('bookmarked', { id, on: study.isBookmarked(id) });
  });
  return Disposable.from(
    new Disposable(stop),
    onSettingChange('answer.peek', () => emit('peek', getSetting('answer.peek'))),
  );
}

async function setHistoryKeys({ back, forward }: History): Promise<void> {
  await setContextKey('llmStudy.answer.canGoBack', back.length > 0);
  await setContextKey('llmStudy.answer.canGoForward', forward.length > 0);
}

/** The id that a question has now: old ids are followed. Rejects when the bank has no such question. */
async function loadCurrentId({ bank }: Services, id: string): Promise<string> {
  const question = await bank.loadQuestion(id);
  if (question === undefined) throw unknownQuestion(id);
  return question.id;
}

/** Opens the Markdown that the question was compiled from, read-only. */
async function openSource({ bank }: Services, id: string | undefined): Promise<void> {
  const question = id === undefined ? undefined : await bank.loadQuestion(id);
  if (question === undefined) throw unknownQuestion(id);
  const source = Uri.from({ scheme: sourceScheme, path: `/${question.topic}/${question.id}.md` });
  await window.showTextDocument(source, { viewColumn: ViewColumn.Active });
}

function unknownQuestion(id: string | undefined): Error {
  return new Error(l10n.t('the bank has no question "{0}".', (id ?? '').slice(0, 60)));
}
