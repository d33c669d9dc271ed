import { Disposable, env, l10n, type WebviewPanel } from 'vscode';
import { gatherScorecard } from '../../core/schedule/scorecard';
import {
  replaySession,
  withAction,
  withoutLastAction,
  type Session,
  type SessionAction,
} from '../../core/schedule/session';
import { createQueue } from '../../core/util/queue';
import { executeCommand } from '../../platform/commands';
import { setContextKey } from '../../platform/contextKeys';
import type { Services } from '../../platform/services';
import { createStudyPanel } from '../../platform/studyPanel';
import { isSession, quizShapes, type QuizEvents, type QuizMethods } from '../../protocol/quiz';
import type { Handlers } from '../../protocol/rpc';
import { keepGrade, takeBackGrade } from './grading';
import { askForScope, parseScope, scopeOfGroup } from './scope';
import type { Scope } from './scopeList';
import { loadQuizView } from './view';

/** The one panel that asks questions. */
export interface QuizPanel {
  /** Asks what to quiz on, then starts. Does nothing when that is cancelled. */
  askAndStart(): Promise<void>;
  /** Starts with the given questions: `{ title, ids }`. Rejects for anything else. */
  startWith(scope: unknown): Promise<void>;
  /** Starts with the questions of a group of the tree. */
  startWithGroup(node: unknown): Promise<void>;
  act(action: QuizEvents['act']): void;
  /** Takes over a panel that was open before a reload. */
  restore(panel: WebviewPanel, state: unknown): Promise<void>;
  dispose(): void;
}

export function createQuizPanel(services: Services): QuizPanel {
  const { library, study } = services;
  let session: Session = { title: '', ids: [], actions: [] };

  const handlers = createHandlers(
    services,
    () => session,
    (next) => (session = next),
  );
  const panel = createStudyPanel<QuizMethods, QuizEvents>(services, {
    viewType: 'llmStudy.quiz',
    script: 'quiz',
    title: l10n.t('Quiz'),
    shapes: quizShapes,
    handlers,
    onDidClose: () => void setContextKey('llmStudy.quiz.phase', 'none'),
  });
  const following = study.onDidChange((ids) => {
    const { current: id } = replaySession(session);
    if (id !== undefined && ids.includes(id)) {
      panel.emit('noted', { id, note: study.record?.noteOf(id) ?? '' });
    }
  });

  const start = async ({ title, ids }: Scope) => {
    if (ids.length === 0) throw new Error(l10n.t('nothing is in "{0}". Choose another scope.', title));
    session = { title, ids: [...new Set(ids)], actions: [] };
    if (panel.show('setting')) panel.emit('show', await handlers.ready(undefined));
  };

  return {
    async askAndStart() {
      const scope = await askForScope(services);
      if (scope !== undefined) await start(scope);
    },
    startWith: async (scope) => start(await parseScope(library, scope)),
    startWithGroup: async (node) => start(scopeOfGroup(node)),
    act: (action) => panel.emit('act', action),
    async restore(restored, state) {
      const kept = (state as { session?: unknown } | undefined)?.session;
      if (!isSession(kept) || !(await areKnown(services, kept.ids))) return void restored.dispose();
      session = kept;
      panel.adopt(restored);
    },
    dispose: () => void Disposable.from(following, panel).dispose(),
  };
}

function createHandlers(
  services: Services,
  getSession: () => Session,
  setSession: (session: Session) => void,
): Handlers<QuizMethods> {
  const { library, study } = services;
  const inOrder = createQueue();
  const loadView = async () => {
    const view = await loadQuizView(library, await study.load(), getSession());
    await setContextKey('llmStudy.quiz.phase', view.phase === 'card' ? 'asked' : 'scorecard');
    await setContextKey('llmStudy.quiz.canUndo', view.canUndo);
    return view;
  };
  const change = (next: Session) => {
    setSession(next);
    return loadView();
  };
  /** An action on a card that is no longer the current one changes nothing: a double press must not grade twice. */
  const perform = (action: SessionAction) => {
    const session = getSession();
    const isMeant = action.type === 'stopped' || action.id === replaySession(session).current;
    return isMeant ? change(withAction(session, action)) : loadView();
  };
  return {
    ready: loadView,
    revealed: async ({ on }) => {
      if (replaySession(getSession()).current === undefined) return;
      await setContextKey('llmStudy.quiz.phase', on ? 'revealed' : 'asked');
    },
    grade: (given) =>
      inOrder(async () => {
        if (replaySession(getSession()).current !== given.id) return loadView();
        const { id, grade, ticked, seconds } = given;
        const event = await keepGrade(services, given);
        return perform({ type: 'graded', id, grade, ticked, seconds, event });
      }),
    skip: ({ id }) => perform({ type: 'skipped', id }),
    stop: () => perform({ type: 'stopped' }),
    undo: () =>
      inOrder(async () => {
        await takeBackGrade(services, getSession());
        return change(withoutLastAction(getSession()));
      }),
    again: () =>
      change({ title: getSession().title, ids: gatherScorecard(getSession()).missed, actions: [] }),
    open: ({ id }) => executeCommand('llmStudy.answer.open', id),
    writeNote: ({ id }) => executeCommand('llmStudy.answer.writeNote', id),
    restart: () => void executeCommand('llmStudy.quiz.start'),
    copy: ({ text }) => env.clipboard.writeText(text),
  };
}

/** A session from before a reload may name questions that a new version of the bank has no more. */
async function areKnown({ library }: Services, ids: readonly string[]): Promise<boolean> {
  const questions = await Promise.all(ids.map((id) => library.loadQuestion(id)));
  return ids.length > 0 && questions.every((question) => question !== undefined);
}
