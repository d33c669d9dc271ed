import type { StatsInputs } from './inputs';

/** The predicted recall of a topic's questions, or of all. */
export interface Recall {
  /** Positions of the questions answered before, the least likely to be recalled today first. */
  readonly studied: readonly number[];
  /** Positions of the questions never answered. */
  readonly unseen: readonly number[];
  /** The mean chance of recalling a studied question, 0 to 1; `undefined` if none is studied. */
  readonly today: number | undefined;
  /** The same on the interview's day; `undefined` also if there is no interview to come. */
  readonly onInterview: number | undefined;
}

/** The mean chance on the interview's day of recalling any question; one never answered counts as not recalled. */
export function recallOfAll({ studied, unseen, onInterview = 0 }: Recall): number {
  const count = studied.length + unseen.length;
  return count === 0 ? 0 : (onInterview * studied.length) / count;
}

export interface RecallByTopic {
  /** In the order of the bank. A topic without a question isn't there. */
  readonly topics: readonly (Recall & { readonly topic: string })[];
  readonly all: Recall;
}

export function gatherRecall(
  inputs: Pick<StatsInputs, 'questions' | 'recallOn' | 'today' | 'interviewDay'>,
): RecallByTopic {
  const byTopic = new Map<string, RecallSum>();
  const all = createSum();
  const { today, interviewDay } = inputs;
  const interview = interviewDay !== undefined && interviewDay >= today ? interviewDay : undefined;
  inputs.questions.forEach(({ id, topic }, position) => {
    let sum = byTopic.get(topic);
    if (sum === undefined) byTopic.set(topic, (sum = createSum()));
    const recall = inputs.recallOn(id, today);
    const onInterview = interview === undefined ? undefined : inputs.recallOn(id, interview);
    add(sum, position, recall, onInterview);
    add(all, position, recall, onInterview);
  });
  return { topics: [...byTopic].map(([topic, sum]) => ({ topic, ...finish(sum) })), all: finish(all) };
}

interface RecallSum {
  readonly studied: { readonly position: number; readonly recall: number }[];
  readonly unseen: number[];
  today: number;
  onInterview: number | undefined;
}

function createSum(): RecallSum {
  return { studied: [], unseen: [], today: 0, onInterview: undefined };
}

function add(
  sum: RecallSum,
  position: number,
  recall: number | undefined,
  onInterview: number | undefined,
): void {
  if (recall === undefined) return void sum.unseen.push(position);
  sum.studied.push({ position, recall });
  sum.today += recall;
  if (onInterview !== undefined) sum.onInterview = (sum.onInterview ?? 0) + onInterview;
}

function finish({ studied, unseen, today, onInterview }: RecallSum): Recall {
  const count = studied.length;
  return {
    studied: studied.sort((a, b) => a.recall - b.recall).map(({ position }) => position),
    unseen,
    today: count === 0 ? undefined : today / count,
    onInterview: onInterview === undefined ? undefined : onInterview / count,
  };
}
