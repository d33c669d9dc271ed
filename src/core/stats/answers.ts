import { GRADES, type Grade } from '../schedule/session';
import type { StatsInputs } from './inputs';
import { addOnce, STAGES, visitReviews, type Stage } from './reviews';

/** How often each grade was given in a stage, since the beginning. Practice is left out. */
export interface StageAnswers {
  readonly stage: Stage;
  readonly count: number;
  readonly grades: Readonly<Record<Grade, GradeAnswers>>;
}

export interface GradeAnswers {
  readonly count: number;
  /** Positions of the questions so graded. */
  readonly questions: readonly number[];
}

/** By stage, in the order of `STAGES`. */
export function gatherAnswers(
  inputs: Pick<StatsInputs, 'questions' | 'states' | 'dayOf'>,
): readonly StageAnswers[] {
  const tallies = Object.fromEntries(STAGES.map((stage) => [stage, createTally()])) as Record<
    Stage,
    ReturnType<typeof createTally>
  >;
  visitReviews(inputs, ({ grade }, _day, stage, position) => {
    if (stage === undefined) return;
    const tally = tallies[stage][grade];
    tally.count += 1;
    addOnce(tally.questions, position);
  });
  return STAGES.map((stage) => {
    const grades = tallies[stage];
    return { stage, count: GRADES.reduce((sum, grade) => sum + grades[grade].count, 0), grades };
  });
}

function createTally(): Record<Grade, { count: number; questions: number[] }> {
  const none = () => ({ count: 0, questions: [] });
  return { again: none(), hard: none(), good: none(), easy: none() };
}
