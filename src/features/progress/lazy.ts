import { Disposable, l10n, window, type WebviewPanel } from 'vscode';
import type { StudyRecord } from '../../core/log/studyRecord';
import { dayNumberOf, daysBetween, numberOfDay } from '../../core/schedule/studyDay';
import { positionsOf, type StatsQuestion } from '../../core/stats/inputs';
import { gatherProgress, type Progress } from '../../core/stats/progress';
import { recallOfAll } from '../../core/stats/recall';
import { gatherTopicRows } from '../../core/stats/topicRows';
import { executeCommand } from '../../platform/commands';
import { describeDays } from '../../platform/dayWords';
import { literalIcons } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { createStudyPanel } from '../../platform/studyPanel';
import { createDebounced } from '../../platform/timers';
import {
  createProgressView,
  progressShapes,
  type InterviewView,
  type ProgressEvents,
  type ProgressMethods,
  type ProgressView,
  type QuestionList,
} from '../../protocol/progress';

/** The one panel that shows progress. */
export interface ProgressPanel {
  show(): void;
  /** Takes over a panel that was open before a reload. */
  restore(panel: WebviewPanel): void;
  dispose(): void;
}

/** A window that grades quickly makes one picture, not one per grade. */
const quietMs = 500;

export function createProgressPanel(services: Services): ProgressPanel {
  const { errors, study } = services;
  const panel = createStudyPanel<ProgressMethods, ProgressEvents>(services, {
    viewType: 'llmStudy.progress',
    script: 'progress',
    title: l10n.t('Progress'),
    shapes: progressShapes,
    handlers: {
      ready: () => loadView(services),
      open: ({ id }) => executeCommand('llmStudy.answer.open', id),
      showQuestions: (list) => pickQuestion(services, list),
      quiz: (list) => executeCommand('llmStudy.quiz.questions', list),
      startQuiz: () => executeCommand('llmStudy.quiz.start'),
    },
    onDidClose: () => undefined,
  });
  const quiet = createDebounced(quietMs);
  const update = async () => {
    if (panel.isOpen) panel.emit('show', await loadView(services));
  };
  const following = study.onDidChange(() => {
    quiet.call(() => {
      update().catch((error: unknown) => errors.log('show the progress', error));
    });
  });
  return {
    show: () => void panel.show('setting'),
    restore: panel.adopt,
    dispose: () => void Disposable.from(following, panel, new Disposable(quiet.dispose)).dispose(),
  };
}

async function loadView({ library, study }: Services): Promise<ProgressView> {
  const [index, record] = [await library.loadIndex(), await study.load()];
  const { scheduling, interviewDay } = record.plan();
  const { questions, topics } = gatherTopicRows(index);
  const states = questions.flatMap(({ id }) => record.stateOf(id) ?? []);
  const progress = gatherProgress({
    questions,
    states: new Map(states.map((state) => [state.id, state])),
    recallOn: (id, day) => recallOn(record, id, day),
    dueDayOf: (id) => {
      const card = record.cardOf(id);
      return card.state === 'new' ? undefined : numberOfDay(card.dueDay);
    },
    dayOf: (at) => dayNumberOf(at, scheduling.clock),
    today: numberOfDay(record.today()),
    interviewDay: interviewDay === undefined ? undefined : numberOfDay(interviewDay),
  });
  const interview = gatherInterview(record, progress, questions);
  return createProgressView(
    progress,
    questions,
    { desiredRetention: scheduling.desiredRetention, interview },
    { topics: topics.map((topic) => ({ ...topic, about: '' })) },
  );
}

function gatherInterview(
  record: StudyRecord,
  { recall }: Progress,
  questions: readonly StatsQuestion[],
): InterviewView | undefined {
  const { interview, minutesPerDay } = record.plan();
  if (interview === undefined) return undefined;
  const positions = positionsOf(questions);
  const { day, daysLeft, questionCount, desiredRetention, expectedRecall } = interview;
  return {
    day: numberOfDay(day),
    daysLeft,
    minutesPerDay,
    questionCount,
    desiredRetention,
    expectedRecall,
    withoutStudy: recallOfAll(recall.all),
    todayQuestions: record
      .interviewQueueOf(questions.map(({ id }) => id))
      .flatMap((id) => positions.get(id) ?? []),
  };
}

function recallOn(record: StudyRecord, id: string, day: number): number | undefined {
  const card = record.cardOf(id);
  if (card.state === 'new') return undefined;
  const elapsed = Math.max(0, day - numberOfDay(card.lastDay));
  return record.plan().scheduling.model.retrievability(card.memory, elapsed);
}

/** Lists the questions behind a mark; the one that is picked opens. */
async function pickQuestion({ library, study }: Services, { title, ids }: QuestionList): Promise<void> {
  const [{ questions }, record] = [await library.loadIndex(), await study.load()];
  const wanted = new Set(ids);
  const items = questions
    .filter(({ id }) => wanted.has(id))
    .map(({ id, title: name }) => ({
      id,
      label: literalIcons(name),
      description: describeDueDay(record, id),
    }));
  const quiz = { id: undefined, label: `$(mortar-board) ${l10n.t('Quiz me on these')}`, description: '' };
  const picked = await window.showQuickPick(items.length > 0 ? [quiz, ...items] : items, { title });
  if (picked === undefined) return;
  if (picked.id !== undefined) await executeCommand('llmStudy.answer.open', picked.id);
  else await executeCommand('llmStudy.quiz.questions', { title, ids: items.map(({ id }) => id) });
}

function describeDueDay(record: StudyRecord, id: string): string {
  const card = record.cardOf(id);
  if (card.state === 'new') return l10n.t('new');
  const days = daysBetween(record.today(), card.dueDay);
  return days <= 0 ? l10n.t('due') : l10n.t('due {0}', describeDays(days));
}
