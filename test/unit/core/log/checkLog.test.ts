import assert from 'node:assert/strict';
import { checkLog, type CheckedFile, type CheckReport } from '../../../../src/core/log/checkLog';
import { encodeEvent, parseLogText } from '../../../../src/core/log/logText';
import { replayEvents } from '../../../../src/core/log/replay';
import { createRandom, pick } from '../../random';
import { anEvent, DAY, inventEvents, MONDAY, undone } from './samples';

const line = encodeEvent(anEvent('a', 1));
const aFile = (text: string, fields: Partial<CheckedFile> = {}): CheckedFile => ({
  name: 'a.jsonl',
  text,
  isOpen: false,
  ...fields,
});
const check = (text: string) => checkLog([aFile(text)], MONDAY);
const found = ({ faults, notices }: CheckReport) =>
  [...faults, ...notices].map(({ kind, count }) => `${count} ${kind}`);

describe('a check', () => {
  const kinds: readonly (readonly [text: string, ...found: string[]])[] = [
    [line],
    [`\uFEFF${line}\r\n\n${line}`],
    [`${line}${line.slice(0, 20)}`, '1 torn'],
    [`bad\n${line}worse\n`, '2 damaged'],
    [`<<<<<<< a\n${line}=======\n>>>>>>> b\n`, '3 conflict marker'],
    [line.trimEnd() + line, '1 missing line end'],
    [line + encodeEvent(anEvent('a', 2)), '1 differing copies'],
    [
      `${line}{"v":1,"id":"sample-z","at":"2026-11-23T16:01:00.000Z","type":"sung"}\n{"v":7}`,
      '1 unknown kind',
      '1 newer version',
    ],
    [encodeEvent(anEvent('a', 60 * 48)), '1 in the future'],
    [encodeEvent(anEvent('u', 1, undone('gone'))), '1 takes back nothing'],
  ];

  for (const [text, ...findings] of kinds) {
    it(`finds ${findings.join(' and ') || 'nothing wrong'} in ${JSON.stringify(text).slice(0, 60)}`, () => {
      assert.deepEqual(found(check(text)), findings);
    });
  }

  it('says in which files', () => {
    const files = [aFile('bad\n'), aFile('bad\n', { name: 'b.jsonl' }), aFile(line, { name: 'c.jsonl' })];
    assert.deepEqual(checkLog(files, MONDAY).faults, [
      { kind: 'damaged', count: 2, files: ['a.jsonl', 'b.jsonl'] },
    ]);
  });

  it('counts events, each once', () => {
    assert.equal(check(line + line + encodeEvent(anEvent('b', 2))).events, 2);
  });

  it('takes what is damaged out of the file and keeps it, naming the place', () => {
    assert.deepEqual(check(`${line}bad\n`).write, [
      { name: 'set-aside-20261123T160000Z.txt', text: '# a.jsonl, line 2: damaged\nbad\n' },
      { name: 'a.jsonl', text: line },
    ]);
  });

  it('puts in the place of a copy that does not count the one that does, in the same batch', () => {
    const files = [
      aFile(encodeEvent(anEvent('a', 2, undefined, 'batch-one'))),
      aFile(line, { name: 'b.jsonl' }),
    ];
    assert.deepEqual(checkLog(files, MONDAY).write, [
      {
        name: 'set-aside-20261123T160000Z.txt',
        text: `# a.jsonl, line 1: differing copies\n${encodeEvent(anEvent('a', 2, undefined, 'batch-one'))}`,
      },
      { name: 'a.jsonl', text: encodeEvent(anEvent('a', 1, undefined, 'batch-one')) },
    ]);
  });

  it('leaves a file alone that is open, and the line that may be being written', () => {
    const { faults, write } = checkLog([aFile(`bad\n${line.slice(0, 20)}`, { isOpen: true })], MONDAY);
    assert.deepEqual([faults.map(({ kind }) => kind), write], [['damaged'], []]);
  });

  it('removes a snapshot that is damaged', () => {
    const { faults, removeSnapshot } = checkLog([], MONDAY, new Uint8Array());
    assert.deepEqual([faults, removeSnapshot], [[{ kind: 'damaged snapshot', count: 1, files: [] }], true]);
  });

  it('finds no fault the second time, loses nothing and changes no state', () => {
    const random = createRandom(20261210);
    for (let round = 0; round < 200; round++) {
      const files = ['a.jsonl', 'b.jsonl'].map((name) => aFile(inventFile(random), { name }));
      const { write } = checkLog(files, MONDAY + DAY);
      const mended = files.map((file) => ({ ...file, ...write.find(({ name }) => name === file.name) }));
      assert.deepEqual(checkLog(mended, MONDAY + DAY).faults, []);
      assert.deepEqual(stateOf(mended), stateOf(files));
      assert.deepEqual(missing(files, [...mended, ...write]), []);
    }
  });
});

function stateOf(files: readonly CheckedFile[]) {
  return replayEvents(files.flatMap(({ name, text }) => parseLogText(text, name).events));
}

function inventFile(random: () => number): string {
  const noise = ['', '', '', '=======\n', 'bad\n', '{"v":1,"id":"', '{"v":3}\n', '\0\0\n'] as const;
  return inventEvents(random, 10)
    .map((event) => encodeEvent(event) + pick(random, noise))
    .join('');
}

/** The words of texts that other texts lack. */
function missing(before: readonly { text: string }[], after: readonly { text: string }[]): string[] {
  const words = (texts: readonly { text: string }[]) =>
    texts.flatMap(({ text }) => text.split(/(?=\{"v":)|\n/));
  const there = new Set(words(after).map((word) => word.trim()));
  return words(before).filter((word) => !there.has(word.trim()));
}
