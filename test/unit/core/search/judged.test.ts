import assert from 'node:assert/strict';
import { createSearchIndex } from '../../../../src/core/search/searchIndex';
import { judge, loadJudgedQueries, loadWholeBank } from '../../../support/judged';

const leastMrr = 0.95;

describe('search over the whole bank', () => {
  const bank = loadWholeBank();
  const queries = loadJudgedQueries();

  it('is judged on questions that exist', () => {
    const ids = new Set(bank.map(({ id }) => id));
    assert.deepEqual(
      queries.filter(({ relevant }) => !relevant.some((id) => ids.has(id))),
      [],
    );
  });

  it(`puts a question that serves first, or nearly so: MRR@10 ≥ ${leastMrr} on the judged queries`, () => {
    const index = createSearchIndex(bank);
    const { mrr, missed } = judge(queries, (query) => index.search(query, { limit: 10 }).map(({ id }) => id));
    assert.ok(mrr >= leastMrr, [`MRR@10 is ${mrr.toFixed(3)}`, ...missed].join('\n'));
  });
});
