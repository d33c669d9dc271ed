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
import { findDeckPictures, followDeckLink } from '../../platform/deckDocuments';
import { allowPictures, loadQuestionView } from '../../platform/questionView';
import type { Services } from '../../platform/services';
import { createStudyPanel, type StudyPanel } from '../../platform/studyPanel';
import { isSession, quizShapes, type QuizEvents, type QuizMethods, type QuizView } from '../../protocol/quiz';
import type { Handlers } from '../../protocol/rpc';
import { keepGrade, takeBackGrade } from './grading';
import { passOverGone, withoutPassedOver } from './passOver';
import { askForScope, parseScope, scopeOfGroup } from './scope';
import type { Scope } from './scopeList';
import { loadQuizView, type ShowQuestion } from './view';

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
  const asking: Asking = {
    session: { title: '', ids: [], actions: [] },
    inOrder: createQueue(),
    passed: new Set(),
    showQuestion: (question, index) => loadQuestionView(library, question, index, panel),
    shown: '',
  };
  const load = createLoad(services, asking);
  const handlers = createHandlers(services, asking, load);
  const panel: StudyPanel<QuizEvents> = createStudyPanel<QuizMethods, QuizEvents>(services, {
    viewType: 'llmStudy.quiz',
    script: 'quiz',
    title: l10n.t('Quiz'),
    shapes: quizShapes,
    handlers,
    onDidClose: () => void setContextKey('llmStudy.quiz.phase', 'none'),
  });
  const following = Disposable.from(
    study.onDidChange((ids) => {
      const { current: id } = replaySession(asking.session);
      if (id !== undefined && ids.includes(id)) {
        panel.emit('noted', { id, note: study.record?.noteOf(id) ?? '' });
      }
    }),
    library.onDidChange(() => {
      if (!panel.isOpen || asking.shown === '') return;
      asking
        .inOrder(() => refresh(asking, panel, load))
        .catch((error: unknown) => services.errors.log('show what has changed in the deck', error));
    }),
  );

  const start = async ({ title, ids }: Scope) => {
    if (ids.length === 0) throw new Error(l10n.t('nothing is in "{0}". Choose another scope.', title));
    asking.session = { title, ids: [...new Set(ids)], actions: [] };
    await allowPictures(library, ids, panel);
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
      if (!isSession(kept) || !(await isAnyKnown(services, kept.ids))) return void restored.dispose();
      asking.session = kept;
      await allowPictures(library, kept.ids, panel);
      panel.adopt(restored);
    },
    dispose: () => void Disposable.from(following, panel).dispose(),
  };
}

/** A quiz that is going on. */
interface Asking {
  session: Session;
  /** Runs what changes the session one after the other. */
  readonly inOrder: ReturnType<typeof createQueue>;
  /** Questions that were no more when their turn came. */
  readonly passed: Set<string>;
  readonly showQuestion: ShowQuestion;
  /** What the page was given last, to tell what has changed since. */
  shown: string;
}

type Load = () => Promise<QuizView>;

function createLoad({ library, study }: Services, asking: Asking): Load {
  return async () => {
    asking.session = await passOverGone(library, asking.session, asking.passed);
    const view = await loadQuizView(library, await study.load(), asking.session, asking.showQuestion);
    asking.shown = JSON.stringify(view.phase === 'card' ? view.question : view.phase);
    return view;
  };
}

async function setQuizKeys({ phase, canUndo }: QuizView): Promise<void> {
  await setContextKey('llmStudy.quiz.phase', phase === 'card' ? 'asked' : 'scorecard');
  await setContextKey('llmStudy.quiz.canUndo', canUndo);
}

/** A deck has changed: the card reads anew, and a question that is no more is passed over. */
async function refresh(asking: Asking, panel: StudyPanel<QuizEvents>, load: Load): Promise<void> {
  const { shown, session } = asking;
  const view = await load();
  if (asking.shown === shown) return;
  await setQuizKeys(view);
  const isSame = view.phase === 'card' && view.question.id === replaySession(session).current;
  if (isSame) panel.emit('changed', view);
  else panel.emit('show', view);
}

function createHandlers(services: Services, asking: Asking, load: Load): Handlers<QuizMethods> {
  const { library } = services;
  const { inOrder } = asking;
  const loadView = async () => {
    const view = await load();
    await setQuizKeys(view);
    return view;
  };
  const change = (next: Session) => {
    asking.session = next;
    return loadView();
  };
  /** An action on a card that is no longer the current one changes nothing: a double press must not grade twice. */
  const perform = (action: SessionAction) => {
    const { session } = asking;
    const isMeant = action.type === 'stopped' || action.id === replaySession(session).current;
    return isMeant ? change(withAction(session, action)) : loadView();
  };
  return {
    ready: loadView,
    revealed: async ({ on }) => {
      if (replaySession(asking.session).current === undefined) return;
      await setContextKey('llmStudy.quiz.phase', on ? 'revealed' : 'asked');
    },
    grade: (given) =>
      inOrder(async () => {
        if (replaySession(asking.session).current !== given.id) return loadView();
        const { id, grade, ticked, seconds } = given;
        const event = await keepGrade(services, given);
        return perform({ type: 'graded', id, grade, ticked, seconds, event });
      }),
    skip: ({ id }) => perform({ type: 'skipped', id }),
    stop: () => perform({ type: 'stopped' }),
    undo: () =>
      inOrder(async () => {
        const session = await withoutPassedOver(library, asking.session);
        await takeBackGrade(services, session);
        return change(withoutLastAction(session));
      }),
    again: () =>
      change({ title: asking.session.title, ids: gatherScorecard(asking.session).missed, actions: [] }),
    open: ({ id }) => executeCommand('llmStudy.answer.open', id),
    writeAnswer: ({ id }) => executeCommand('llmStudy.decks.writeAnswer', id),
    followLink: ({ id, target }) => followDeckLink(library, id, target),
    findPictures: ({ id, paths }) => findDeckPictures(library, id, paths),
    writeNote: ({ id }) => executeCommand('llmStudy.answer.writeNote', id),
    restart: () => void executeCommand('llmStudy.quiz.start'),
    copy: ({ text }) => env.clipboard.writeText(text),
  };
}

/** A session from before a reload may name questions that are no more; where none is left, there is no session. */
async function isAnyKnown({ library }: Services, ids: readonly string[]): Promise<boolean> {
  const questions = await Promise.all(ids.map((id) => library.loadQuestion(id)));
  return questions.some((question) => question !== undefined);
}
