import assert from 'node:assert/strict';
import {
  foldTexts,
  planFold,
  QUIET_MS,
  SETTLED_MS,
  windowFileName,
  type FoldFile,
} from '../../../../src/core/log/fold';
import { encodeEvents, parseLogText } from '../../../../src/core/log/logText';
import { mergeLogTexts } from '../../../../src/core/log/merge';
import { replayEvents } from '../../../../src/core/log/replay';
import { shuffle } from '../../../../src/core/util/shuffle';
import { createRandom } from '../../random';
import { anEvent, DAY, inventEvents, MONDAY } from './samples';

const NOW = MONDAY + 10 * DAY;
const aFile = (name: string, fields: Partial<FoldFile> = {}): FoldFile => ({
  name,
  modified: NOW - QUIET_MS,
  isOpen: false,
  ...fields,
});
const nameAt = (now: number, random: number) =>
  windowFileName('laptop', { now: () => now, random: () => random });
const first = nameAt(MONDAY, 0.3);
const second = nameAt(MONDAY + DAY, 0.4);
const december = nameAt(MONDAY + 9 * DAY, 0.5);

const plan = (...files: readonly FoldFile[]) =>
  planFold(files, 'laptop', NOW).map(({ target, sources }) => `${target} ← ${sources.join(' + ')}`);

describe('a plan to fold', () => {
  it('puts the files of long gone windows into their months', () => {
    assert.deepEqual(plan(aFile(second), aFile(december), aFile(first)), [
      'laptop-2026-11.jsonl ← laptop-20261123T160000Z-aaaaaa.jsonl + laptop-20261124T160000Z-eeeeee.jsonl',
      'laptop-2026-12.jsonl ← laptop-20261202T160000Z-iiiiii.jsonl',
    ]);
  });

  it('leaves alone what is open, was written today, is another device’s or was named by somebody', () => {
    const others = ['desktop-20261123T160000Z-aaaaaa.jsonl', 'laptop-2026-11.jsonl', `copy of ${first}`];
    assert.deepEqual(
      plan(
        aFile(first, { isOpen: true }),
        aFile(second, { modified: NOW - QUIET_MS + 1 }),
        ...others.map((name) => aFile(name)),
      ),
      [],
    );
  });
});

describe('folding', () => {
  const [a, b] = [encodeEvents([anEvent('a', 1)]), encodeEvents([anEvent('b', 2)])];
  const sources = [
    { name: 'b', text: b },
    { name: 'a', text: a },
  ];

  it('writes the month before it deletes anything', () => {
    assert.deepEqual(foldTexts({ target: undefined, sources }, NOW), { write: a + b, done: [] });
  });

  it('deletes nothing while another window may be folding, too', () => {
    const target = { text: a + b, modified: NOW - SETTLED_MS + 1 };
    assert.deepEqual(foldTexts({ target, sources }, NOW), { done: [] });
  });

  it('deletes what has been in the month for long enough', () => {
    const target = { text: a + b, modified: NOW - SETTLED_MS };
    assert.deepEqual(foldTexts({ target, sources }, NOW), { done: ['b', 'a'] });
  });

  it('keeps a file that has a line more', () => {
    const target = { text: a, modified: NOW - SETTLED_MS };
    assert.deepEqual(foldTexts({ target, sources }, NOW), { write: a + b, done: ['a'] });
  });

  it('keeps lines that are no events', () => {
    const torn = { name: 'torn', text: `${a}{"v":1,"id` };
    const written = foldTexts({ target: undefined, sources: [torn] }, NOW).write;
    assert.equal(written, `${a}{"v":1,"id\n`);
    const target = { text: `${a}{"v":1,"id\n`, modified: 0 };
    assert.deepEqual(foldTexts({ target, sources: [torn] }, NOW), { done: ['torn'] });
  });

  it('changes no state, wherever it is interrupted', () => {
    const random = createRandom(20261201);
    for (let round = 0; round < 100; round++) {
      const folder = inventFolder(random);
      const before = stateOf(folder);
      for (let run = 0; run < 3; run++) {
        foldUntil(folder, random, run);
        assert.deepEqual(stateOf(folder), before);
      }
    }
  });
});

describe('merged texts', () => {
  it('are the same in any order, and merged again', () => {
    const random = createRandom(20261202);
    for (let round = 0; round < 100; round++) {
      const texts = [...inventFolder(random).values(), 'damaged\n', '=======\n{"v":9}'];
      const merged = mergeLogTexts(texts);
      assert.deepEqual(
        [mergeLogTexts(shuffle(texts, random)), mergeLogTexts([merged, ...texts])],
        [merged, merged],
      );
    }
  });
});

function inventFolder(random: () => number): Map<string, string> {
  const names = [first, second, december, 'laptop-2026-11.jsonl'];
  return new Map(names.map((name) => [name, encodeEvents(inventEvents(random, 10))]));
}

function stateOf(folder: ReadonlyMap<string, string>) {
  return replayEvents([...folder].flatMap(([name, text]) => parseLogText(text, name).events));
}

/** One run of all steps, which may end before anything that it does. */
function foldUntil(folder: Map<string, string>, random: () => number, run: number): void {
  for (const { target, sources } of planFold(
    [...folder.keys()].map((name) => aFile(name)),
    'laptop',
    NOW,
  )) {
    const text = folder.get(target);
    const { write, done } = foldTexts(
      {
        target: text === undefined ? undefined : { text, modified: NOW - run * SETTLED_MS },
        sources: sources.map((name) => ({ name, text: folder.get(name) ?? '' })),
      },
      NOW,
    );
    if (random() < 0.2) return;
    if (write !== undefined) folder.set(target, write);
    for (const name of done) {
      if (random() < 0.2) return;
      folder.delete(name);
    }
  }
}
