import assert from 'node:assert/strict';
import { createRerunner, mapLimited } from '../../../../src/core/util/rerun';

/** Work whose runs end when they are told to. */
function createWork() {
  const ends: (() => void)[] = [];
  return {
    count: () => ends.length,
    run: () => new Promise<void>((resolve) => ends.push(resolve)),
    end: (run: number) => ends[run]?.(),
  };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a rerunner', () => {
  it('runs once more for all calls that came while it ran, and not before it has ended', async () => {
    const work = createWork();
    const run = createRerunner(work.run);
    const first = run();
    const [second, third] = [run(), run()];
    await turn();
    assert.equal(work.count(), 1);
    work.end(0);
    await first;
    await turn();
    assert.equal(work.count(), 2);
    work.end(1);
    await Promise.all([second, third]);
    assert.equal(work.count(), 2);
  });

  it('resolves a call only with a run that began after it', async () => {
    const work = createWork();
    const run = createRerunner(work.run);
    void run();
    let isDone = false;
    void run().then(() => (isDone = true));
    work.end(0);
    await turn();
    assert.equal(isDone, false);
    work.end(1);
    await turn();
    assert.equal(isDone, true);
  });

  it('goes on after a run that failed', async () => {
    let count = 0;
    const run = createRerunner(() => (count++ === 0 ? Promise.reject(new Error('no')) : Promise.resolve()));
    const [first, second] = [run(), run()];
    await assert.rejects(first, /no/);
    await second;
    await run();
    assert.equal(count, 3);
  });
});

describe('limited work', () => {
  it('is never more at once than it may be, and its results keep their order', async () => {
    let [now, most] = [0, 0];
    const doubled = await mapLimited([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      most = Math.max(most, ++now);
      for (let waits = 0; waits < 8 - item; waits++) await turn();
      now--;
      return item * 2;
    });
    assert.deepEqual(doubled, [2, 4, 6, 8, 10, 12, 14]);
    assert.equal(most, 3);
  });

  it('is none for no items, and rejects as one of them does', async () => {
    assert.deepEqual(await mapLimited([], 3, () => Promise.resolve(1)), []);
    await assert.rejects(
      mapLimited([1, 2], 2, (item) =>
        item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item),
      ),
      /two/,
    );
  });
});
