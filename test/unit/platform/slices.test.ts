import assert from 'node:assert/strict';
import { createSlices, type Slices } from '../../../src/platform/slices';

/** A turn takes this long, by the clock of the test. */
const turnMs = 7;

/** Slices whose turns are written down, with `|` where all else had its turn. */
function createWatched(
  files: readonly string[],
  onTurn: (turn: string, slices: Slices) => void = () => undefined,
) {
  const turns: string[] = [];
  const judged: string[] = [];
  const errors: unknown[] = [];
  let nowMs = 0;
  const take = (turn: string) => {
    nowMs += turnMs;
    turns.push(turn);
    onTurn(turn, slices);
  };
  const slices: Slices = createSlices(
    {
      takeIn: (path) => take(`+${path}`),
      judge: take,
      listAll: () => files,
      onDidJudge: (paths) => judged.push(...paths),
      onError: (error) => errors.push(error),
    },
    () => {
      turns.push('|');
      return new Promise((resolve) => setImmediate(resolve));
    },
    () => nowMs,
  );
  return { slices, turns, judged, errors };
}

async function settle(): Promise<void> {
  for (let count = 0; count < 50; count++) await new Promise((resolve) => setImmediate(resolve));
}

describe('files in slices', () => {
  it('are all taken in before one is judged, and then judged once', async () => {
    const { slices, turns, judged } = createWatched(['a', 'b', 'c'], (turn) => {
      if (turn.startsWith('+')) slices.judgeAll();
    });
    slices.takeIn('a');
    slices.takeIn('b');
    await settle();
    assert.equal(turns.join(' '), '| +a +b a | b c |');
    assert.deepEqual(judged, ['a', 'b', 'c']);
  });

  it('give way when a slice has had its time, however many wait', async () => {
    const files = Array.from({ length: 20 }, (_, number) => `file ${number}`);
    const { slices, turns, judged } = createWatched(files);
    for (const file of files) slices.takeIn(file);
    assert.deepEqual(turns, ['|'], 'nothing has its turn at once');
    await settle();
    const pieces = turns.join(',').split('|');
    const longest = Math.max(...pieces.map((piece) => piece.split(',').filter((turn) => turn !== '').length));
    assert.equal(longest, 3);
    assert.deepEqual(judged, files);
  });

  it('that come while others are judged are taken in first', async () => {
    const { slices, turns } = createWatched(['a', 'b', 'c', 'd', 'e'], (turn) => {
      if (turn === 'a') slices.takeIn('e');
    });
    slices.judge(['a', 'b', 'c', 'd']);
    await settle();
    assert.equal(turns.join(' '), '| a b c | +e d e |');
  });

  it('have no turn when they need none any more', async () => {
    const { slices, turns } = createWatched(['a', 'b']);
    slices.takeIn('a');
    slices.judge(['a', 'b']);
    slices.delete('a');
    await settle();
    assert.equal(turns.join(' '), '| b |');
    slices.takeIn('a');
    slices.judge(['b']);
    slices.judgeAll();
    slices.dispose();
    await settle();
    assert.equal(turns.join(' '), '| b | |');
  });

  it('go on after one that failed, with those that come then', async () => {
    const fault = new Error('a fault');
    const { slices, turns, errors } = createWatched(['a', 'b', 'c'], (turn) => {
      if (turn === 'a') throw fault;
    });
    slices.judge(['a', 'b', 'c']);
    await settle();
    assert.deepEqual(errors, [fault]);
    slices.judge(['c']);
    await settle();
    assert.equal(turns.join(' '), '| a | c |');
  });
});
