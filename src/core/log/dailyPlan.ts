import { planInterview, type InterviewPlan, type InterviewQuestion } from '../schedule/interviewPlan';
import type { Limits } from '../schedule/limits';
import { replayCard, type Scheduling } from '../schedule/memory';
import { gatherPace, habitsOf, type Pace } from '../schedule/pace';
import { daysBetween, dayOf, startOfDay, type StudyDay } from '../schedule/studyDay';
import type { QuestionState, StudyState } from './studyState';

/** What the settings say about studying. */
export interface StudySettings {
  readonly scheduling: Scheduling;
  readonly limits: Limits;
  /** The day of the interview, whether it is to come or over; `undefined` when none is named. */
  readonly interviewDay: StudyDay | undefined;
  /** For the interview: 1 or more. */
  readonly minutesPerDay: number;
  /** Whether a question that is answered before it is due gets another due day, or is practised only. */
  readonly aheadMovesDueDays: boolean;
}

/** What a study day is studied by: the settings and, where an interview is to come, the plan for it. */
export interface StudyPlan extends StudySettings {
  /** The desired retention is that of the interview's plan where there is one. */
  readonly scheduling: Scheduling;
  readonly interview: Interview | undefined;
}

/** An interview to come, or of today, and what to do for it today. */
export interface Interview extends InterviewPlan {
  readonly day: StudyDay;
  /** 0 on the day itself. */
  readonly daysLeft: number;
  readonly pace: Pace;
  /** How many questions were planned with. */
  readonly questionCount: number;
}

export interface DailyPlanOptions {
  readonly state: StudyState;
  /** The same object for as long as the settings are the same. */
  settings(): StudySettings;
  /** The ids of the bank, in its order; the same list for as long as the bank is the same. */
  questions(): readonly string[];
  /** In ms since the epoch. */
  now(): number;
}

/**
 * The plan for today, made when somebody asks for it first: with an interview, that takes a fifth of a second. It is
 * made from what was known as the study day began, so it stays for the day, and every window and reload makes the same.
 */
export function createDailyPlan({ state, settings, questions, now }: DailyPlanOptions): () => StudyPlan {
  let kept:
    { settings: StudySettings; questions: readonly string[]; today: StudyDay; plan: StudyPlan } | undefined;
  return () => {
    const wanted = { settings: settings(), questions: questions() };
    const today = dayOf(now(), wanted.settings.scheduling.clock);
    const isSame =
      kept?.today === today && kept.settings === wanted.settings && kept.questions === wanted.questions;
    if (kept !== undefined && isSame) return kept.plan;
    const plan = makePlan(wanted.settings, wanted.questions, state, today);
    kept = { ...wanted, today, plan };
    return plan;
  };
}

function makePlan(
  settings: StudySettings,
  questions: readonly string[],
  state: StudyState,
  today: StudyDay,
): StudyPlan {
  const { interviewDay, scheduling } = settings;
  if (interviewDay === undefined || interviewDay < today) return { ...settings, interview: undefined };
  const interview = makeInterview(settings, interviewDay, questions, state, today);
  const { desiredRetention } = interview;
  return { ...settings, scheduling: { ...scheduling, desiredRetention }, interview };
}

/** On its day, an interview is planned for as if it were tomorrow. */
function makeInterview(
  { scheduling, minutesPerDay, aheadMovesDueDays }: StudySettings,
  day: StudyDay,
  ids: readonly string[],
  { questions }: StudyState,
  today: StudyDay,
): Interview {
  const daysLeft = daysBetween(today, day);
  const morning = startOfDay(today, scheduling.clock);
  const pace = gatherPace(questions.values(), morning);
  const asked = ids.filter((id) => questions.get(id)?.suspended !== true);
  const plan = planInterview({
    questions: asked.map((id) => questionOf(id, questions.get(id), { morning, today, scheduling })),
    daysLeft: Math.max(1, daysLeft),
    minutesPerDay,
    desiredRetention: scheduling.desiredRetention,
    maximumDays: scheduling.maximumDays,
    aheadCounts: aheadMovesDueDays,
    model: scheduling.model,
    habits: habitsOf(pace),
  });
  return { ...plan, day, daysLeft, pace, questionCount: asked.length };
}

function questionOf(
  id: string,
  state: QuestionState | undefined,
  { morning, today, scheduling }: { morning: number; today: StudyDay; scheduling: Scheduling },
): InterviewQuestion {
  const newQuestion = { id, memory: undefined, elapsedDays: 0, weight: 1 };
  if (state === undefined) return newQuestion;
  const reviews = state.reviews.filter(({ at }) => at < morning);
  const card = replayCard({ id, reviews, scheduledFrom: state.scheduledFrom }, scheduling);
  if (card.state === 'new') return newQuestion;
  return { id, memory: card.memory, elapsedDays: daysBetween(card.lastDay, today), weight: 1 };
}
