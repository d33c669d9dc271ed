import assert from 'node:assert/strict';
import { queueInterview, type InterviewWork } from '../../../../src/core/schedule/interviewWork';
import { aContext, someCandidates } from './builders';

const candidates = someCandidates({
  new1: '',
  new2: '',
  new3: '',
  missed: 'good 2 again',
  due: 'good',
  known: 'easy',
});

/** On a day on which `missed` was missed; new questions take a minute, others half a minute. */
function work(changes: Partial<InterviewWork> = {}): string {
  const context = aContext('2026-11-03', { aheadBy: 'recall', newToday: ['new3', 'new1'] });
  return queueInterview(candidates, context, {
    newShare: 0,
    secondsPerDay: 600,
    secondsLeft: 600,
    pace: { seconds: 45, newSeconds: 60, reviewSeconds: 30 },
    wasAnsweredToday: () => false,
    ...changes,
  }).join(' ');
}

describe('the work for an interview', () => {
  it('is what was missed, what is due, the new ones of the plan, and then what is known', () => {
    assert.equal(work(), 'missed due new3 new1 known');
  });

  it('has new questions before what is due where the plan says so', () => {
    assert.equal(work({ newShare: 1 }), 'missed new3 new1 due known');
  });

  it('has as many before as their share of the day holds', () => {
    const twoMinutes = { newShare: 0.5, secondsPerDay: 120 };
    assert.equal(work({ ...twoMinutes, secondsLeft: 120 }), 'missed new3 due');
    assert.equal(work({ ...twoMinutes, secondsLeft: 60 }), 'missed due');
  });

  it('ends with the minutes of the day, but for what was missed', () => {
    assert.equal(work({ secondsLeft: 90 }), 'missed due new3');
    assert.equal(work({ secondsLeft: 0 }), 'missed');
  });

  it('does not come back to what was answered today', () => {
    assert.equal(work({ wasAnsweredToday: (id) => id === 'known' }), 'missed due new3 new1');
  });
});
