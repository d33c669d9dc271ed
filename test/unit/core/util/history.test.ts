import assert from 'node:assert/strict';
import { createHistory, type History } from '../../../../src/core/util/history';

const show = ({ back, current, forward }: History) =>
  `${back.join('')}[${current ?? ''}]${[...forward].reverse().join('')}`;

describe('a history', () => {
  it('goes back and forward the way it came', () => {
    const abc = createHistory('a').visit('b').visit('c');
    assert.deepEqual([abc, abc.goBack(), abc.goBack().goBack(), abc.goBack().goForward()].map(show), [
      'ab[c]',
      'a[b]c',
      '[a]bc',
      'ab[c]',
    ]);
  });

  it('forgets what lay forward when another way is taken', () => {
    assert.equal(show(createHistory('a').visit('b').goBack().visit('c')), 'a[c]');
  });

  it('stays where it is at either end, and when the same place is visited', () => {
    const only = createHistory('a');
    assert.deepEqual([only.goBack(), only.goForward(), only.visit('a')].map(show), ['[a]', '[a]', '[a]']);
  });

  it('keeps the last hundred places', () => {
    const long = Array.from({ length: 300 }, (_, n) => String(n)).reduce(
      (h, id) => h.visit(id),
      createHistory(),
    );
    assert.equal(long.back.length, 100);
  });
});
