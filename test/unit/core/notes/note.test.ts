import assert from 'node:assert/strict';
import { beginningOf, longestNote, tidyNote } from '../../../../src/core/notes/note';

describe('a note', () => {
  const kept: readonly (readonly [fact: string, typed: string, note: string])[] = [
    ['is kept as it was typed', 'Ask about **drift**.', 'Ask about **drift**.'],
    ['loses the blank lines around it', '\n  \n- a\n\n- b \n\n', '- a\n\n- b'],
    ['keeps how its first line is indented', '\n    code', '    code'],
    ['is none when it is blank', ' \n\t\n ', ''],
  ];
  for (const [fact, typed, note] of kept) {
    it(fact, () => assert.equal(tidyNote(typed), note));
  }

  it('is tidied in no time, however long its blanks are', () => {
    assert.equal(tidyNote(`${' '.repeat(200_000)}x${' \n'.repeat(200_000)}`).trim(), 'x');
  });
});

describe('the beginning of a note', () => {
  const cases: readonly (readonly [fact: string, note: string, beginning: string])[] = [
    ['is all of a short one', 'a\nb', 'a\nb'],
    ['passes over blank lines', 'a\n\n\n  b\n', 'a\nb'],
    ['is three lines of more', 'a\nb\nc\nd', 'a\nb\nc …'],
    ['is cut within a long line', 'x'.repeat(400), `${'x'.repeat(300)} …`],
    ['says that more follows, also where only blanks were looked at', `a${'\n'.repeat(longestNote)}b`, 'a …'],
  ];
  for (const [fact, note, beginning] of cases) {
    it(fact, () => assert.equal(beginningOf(note), beginning));
  }
});
