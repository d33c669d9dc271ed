import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { readSourceFiles } from '../../../src/build/sourceFiles';
import { inCheckout } from '../../support/paths';
import { compileWith, describeFaults } from './sources';

/** Each folder holds what differs from the sound bank, and the lines that the build prints. */
const folder = inCheckout('test', 'fixtures', 'faults');
const names = readdirSync(folder);

const expectedOf = (name: string) =>
  readFileSync(`${folder}/${name}/expected.txt`, 'utf8').trimEnd().split('\n');
const foundIn = (name: string) => describeFaults(compileWith(readSourceFiles(`${folder}/${name}`)));

describe('a fault in the bank', () => {
  for (const name of names) {
    it(`is reported with its line and what to do: ${name.replaceAll('-', ' ')}`, () => {
      assert.deepEqual(foundIn(name), expectedOf(name));
    });
  }

  it('hides no other: those of all files are reported at once', () => {
    const shown = ['level-unknown', 'tex-brace-open', 'topic-unknown', 'collection-unknown-id'];
    const together = new Map(shown.flatMap((name) => [...readSourceFiles(`${folder}/${name}`)]));
    assert.deepEqual(describeFaults(compileWith(together)), shown.flatMap(expectedOf).sort());
  });
});
