import assert from 'node:assert/strict';
import { defaultModel } from '../../../../src/core/schedule/fsrs';
import {
  planInterview,
  type InterviewGoal,
  type InterviewQuestion,
} from '../../../../src/core/schedule/interviewPlan';
import { DEFAULT_HABITS, recallOnDay, simulate, type Policy } from '../../../../src/core/schedule/simulate';
import { createRandom } from '../../random';

const newQuestion = (id: string, weight = 1): InterviewQuestion => ({
  id,
  memory: undefined,
  elapsedDays: 0,
  weight,
});

function aGoal(changes: Partial<InterviewGoal> = {}): InterviewGoal {
  return {
    questions: Array.from({ length: 100 }, (_, number) => newQuestion(`q${number}`)),
    daysLeft: 14,
    minutesPerDay: 20,
    desiredRetention: 0.9,
    maximumDays: 36_500,
    aheadCounts: true,
    model: defaultModel,
    habits: DEFAULT_HABITS,
    ...changes,
  };
}

function choiceFor(changes: Partial<InterviewGoal>) {
  const { desiredRetention, policy } = planInterview(aGoal(changes));
  return { desiredRetention, newShare: policy.newShare };
}

/** The recall on the day after plain FSRS: 90%, what is due first, then new ones, then what is due soonest. */
function recallWithoutPlan({ questions, daysLeft, minutesPerDay, model, habits }: InterviewGoal): number {
  const policy: Policy = {
    desiredRetention: 0.9,
    maximumDays: 36_500,
    newShare: 0,
    newPerDay: Infinity,
    studyAhead: 'soonestDue',
  };
  const cards = questions.map(({ memory, elapsedDays, weight }) => ({
    memory,
    lastDay: -elapsedDays,
    weight,
  }));
  const secondsPerDay = minutesPerDay * 60;
  const random = createRandom(1);
  const after = simulate({ cards, days: daysLeft, secondsPerDay, policy, model, habits, random });
  return recallOnDay(after.cards, daysLeft, model);
}

describe('a plan for an interview', () => {
  it('meets new questions first where there is too little time for all', () => {
    assert.deepEqual(choiceFor({ minutesPerDay: 10 }), { desiredRetention: 0.9, newShare: 1 });
  });

  it('lowers the retention where that leaves time for all', () => {
    assert.deepEqual(choiceFor({ daysLeft: 30, minutesPerDay: 10 }), {
      desiredRetention: 0.8,
      newShare: 0.5,
    });
  });

  it('keeps to the settings where there is time enough', () => {
    assert.deepEqual(choiceFor({ daysLeft: 30, minutesPerDay: 60 }), { desiredRetention: 0.9, newShare: 0 });
  });

  it('meets the likeliest questions first, and equal ones in their order', () => {
    const questions = [newQuestion('a'), newQuestion('b', 3), newQuestion('c'), newQuestion('d', 3)];
    assert.deepEqual(planInterview(aGoal({ questions })).newOrder, ['b', 'd', 'a', 'c']);
  });

  it('takes as many new questions today as its minutes hold', () => {
    assert.equal(planInterview(aGoal({ minutesPerDay: 15 })).newToday.length, 10);
  });

  it('is the same when made twice', () => {
    assert.deepEqual(planInterview(aGoal()), planInterview(aGoal()));
  });

  it('expects more recall than plain FSRS gives in the same minutes', () => {
    const goals = [10, 20, 30].map((minutesPerDay) => aGoal({ minutesPerDay }));
    assert.deepEqual(
      goals.map((goal) => planInterview(goal).expectedRecall > recallWithoutPlan(goal)),
      [true, true, true],
    );
  });

  it('leaves no minutes to practice that does not count', () => {
    const { policy } = planInterview(aGoal({ daysLeft: 30, minutesPerDay: 60, aheadCounts: false }));
    assert.deepEqual([policy.studyAhead, policy.desiredRetention], ['no', 0.97]);
  });

  it('expects of a sample of many questions what all of them give', () => {
    const questions = Array.from({ length: 2000 }, (_, number) => newQuestion(`q${number}`));
    const goal = aGoal({ questions, daysLeft: 90, minutesPerDay: 60, aheadCounts: false });
    const { policy, expectedRecall, newToday } = planInterview(goal);
    const { cards } = simulate({
      cards: questions.map(({ memory, weight }) => ({ memory, lastDay: 0, weight })),
      days: 90,
      secondsPerDay: 3600,
      policy,
      model: defaultModel,
      habits: DEFAULT_HABITS,
      random: createRandom(7),
    });
    assert.ok(Math.abs(recallOnDay(cards, 90, defaultModel) - expectedRecall) < 0.02);
    assert.equal(newToday.length, 40);
  });

  it('has nothing to say about no questions', () => {
    const { newToday, expectedRecall } = planInterview(aGoal({ questions: [] }));
    assert.deepEqual([newToday, expectedRecall], [[], 0]);
  });
});
