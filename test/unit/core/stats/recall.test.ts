import assert from 'node:assert/strict';
import { gatherRecall, recallOfAll, type Recall } from '../../../../src/core/stats/recall';
import { aStudy, today } from './study';

const percent = (share: number | undefined) => (share === undefined ? '–' : `${(100 * share).toFixed(0)} %`);
const describeRecall = ({ studied, unseen, today, onInterview }: Recall) =>
  `${percent(today)} → ${percent(onInterview)}, studied ${studied.join(' ')}, unseen ${unseen.join(' ')}`.trim();

function assertRecall(study: Parameters<typeof gatherRecall>[0], expected: Record<string, string>): void {
  const { topics, all } = gatherRecall(study);
  const shown = [...topics.map((each) => [each.topic, describeRecall(each)]), ['all', describeRecall(all)]];
  assert.deepEqual(Object.fromEntries(shown), expected);
}

describe('recall by topic', () => {
  it('is the mean over the studied questions of a topic, and names the unseen ones', () => {
    const study = aStudy({
      sum: { topic: 'math', recall: 0.9 },
      product: { topic: 'math', recall: 0.5 },
      head: { topic: 'attention' },
    });
    assertRecall(study, {
      math: '70 % → –, studied 1 0, unseen',
      attention: '– → –, studied , unseen 2',
      all: '70 % → –, studied 1 0, unseen 2',
    });
  });

  it('names the least likely to be recalled first', () => {
    const study = aStudy({ a: { recall: 0.9 }, b: { recall: 0.3 }, c: { recall: 0.6 } });
    assert.deepEqual(gatherRecall(study).all.studied, [1, 2, 0]);
  });

  it('is also told for the day of the interview', () => {
    const study = aStudy({ a: { recall: 0.9 }, b: {} }, { interviewDay: today + 4 });
    assert.equal(describeRecall(gatherRecall(study).all), '90 % → 50 %, studied 0, unseen 1');
  });

  it('of all questions counts the unseen ones as not recalled', () => {
    const study = aStudy({ a: { recall: 0.9 }, b: {} }, { interviewDay: today + 4 });
    assert.equal(recallOfAll(gatherRecall(study).all), 0.25);
    assert.equal(recallOfAll(gatherRecall(aStudy({ b: {} }, { interviewDay: today + 4 })).all), 0);
  });

  it('is the same on both days when the interview is today', () => {
    const study = aStudy({ a: { recall: 0.9 } }, { interviewDay: today });
    assert.equal(describeRecall(gatherRecall(study).all), '90 % → 90 %, studied 0, unseen');
  });

  it('has no word on an interview that is over', () => {
    const study = aStudy({ a: { recall: 0.9 } }, { interviewDay: today - 1 });
    assert.equal(describeRecall(gatherRecall(study).all), '90 % → –, studied 0, unseen');
  });

  it('knows no topic where the bank has no question', () => {
    assertRecall(aStudy({}), { all: '– → –, studied , unseen' });
  });
});
