import assert from 'node:assert/strict';
import { gatherProgress } from '../../../src/core/stats/progress';
import { createProgressView } from '../../../src/protocol/progress';
import { aStudy } from '../core/stats/study';

const study = aStudy({ head: { topic: 'attention', recall: 0.8 }, sum: { topic: 'math' } });
const topics = [{ id: 'attention', title: 'Attention', about: '' }];
const view = createProgressView(
  gatherProgress(study),
  study.questions,
  { desiredRetention: 0.9, interview: undefined },
  { topics },
);

describe('the view of the progress page', () => {
  it('names each topic, by its id where the bank has no title', () => {
    assert.deepEqual(
      view.recall.topics.map(({ title }) => title),
      ['Attention', 'math'],
    );
  });

  it('leads from a position to its question', () => {
    const ids = view.recall.all.studied.map((position) => view.questions[position]);
    assert.deepEqual(ids, ['head']);
  });
});
