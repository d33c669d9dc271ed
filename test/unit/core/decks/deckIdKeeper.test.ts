import assert from 'node:assert/strict';
import { createDeckIdKeeper, hasMostTitles, type KeptDeckId } from '../../../../src/core/decks/deckIdKeeper';

const none: ReadonlySet<string> = new Set();
const place = (key: string) => ({ key, address: `file://${key}` });

/** Windows that each see what was kept when they saw it last, and keep all of it at once: the last one wins. */
function openWindows() {
  let kept = new Map<string, KeptDeckId>();
  const open = () => {
    let seen = new Map(kept);
    const keeper = createDeckIdKeeper({
      list: () => seen,
      save(key, value) {
        if (value === undefined) seen.delete(key);
        else seen.set(key, value);
      },
    });
    return {
      ...keeper,
      write: () => (kept = new Map(seen)),
      see: () => (seen = new Map(kept)),
    };
  };
  return { open, idsKept: () => Object.fromEntries([...kept].map(([key, { id }]) => [key, id])) };
}

describe('ids that decks are given', () => {
  it('stay, and are another one’s never', () => {
    const { open } = openWindows();
    const first = open();
    assert.equal(first.idOf(place('/a/notes'), 'notes', none), 'notes');
    assert.equal(first.idOf(place('/b/notes'), 'notes', none), 'notes-2');
    first.write();
    assert.equal(open().idOf(place('/b/notes'), 'notes', none), 'notes-2');
  });

  it('go along when a deck moves, and its old place gets another one only beside it', () => {
    const { open, idsKept } = openWindows();
    const first = open();
    first.idOf(place('/d'), 'd', none);
    first.adopt('d', place('/new/d'));
    assert.deepEqual(
      first.settle(() => true),
      [],
    );
    first.write();
    assert.equal(open().idOf(place('/d'), 'd', none), 'd');
    assert.equal(first.idOf(place('/new/d'), 'd', none), 'd');
    assert.equal(first.idOf(place('/d'), 'd', new Set(['d'])), 'd-2');
    first.write();
    assert.deepEqual(idsKept(), { '/d': 'd-2', '/new/d': 'd' });
  });

  it('are told apart again where two windows gave one at the same time, and none is lost', () => {
    const { open, idsKept } = openWindows();
    const [one, other] = [open(), open()];
    assert.equal(one.idOf(place('/a/notes'), 'notes', none), 'notes');
    assert.equal(other.idOf(place('/b/notes'), 'notes', none), 'notes');
    one.write();
    other.write();
    assert.deepEqual(idsKept(), { '/b/notes': 'notes' });
    for (const window of [one, other, one]) {
      window.see();
      for (const key of window.settle(() => false)) window.idOf(place(key), 'notes', none);
      window.write();
    }
    assert.deepEqual(idsKept(), { '/a/notes': 'notes', '/b/notes': 'notes-2' });
  });

  it('stay where something was studied already', () => {
    const { open } = openWindows();
    const [one, other] = [open(), open()];
    one.idOf(place('/a/notes'), 'notes', none);
    other.idOf(place('/b/notes'), 'notes', none);
    one.write();
    other.see();
    assert.deepEqual(
      other.settle((id) => id === 'notes'),
      [],
    );
    assert.equal(other.idOf(place('/b/notes'), 'notes', none), 'notes');
  });
});

describe('a deck in a new place', () => {
  for (const [what, titles, isSame] of [
    ['it has all titles', ['What is A?', 'What is B?', 'What is C?'], true],
    ['it has most, written in another way', ['what is a', 'What is  B?'], true],
    ['it has half of them', ['What is A?'], false],
    ['it has none', ['What is Z?'], false],
  ] as const) {
    it(`is ${isSame ? 'the old one' : 'another one'} where ${what}`, () => {
      const studied = isSame ? ['What is A?', 'What is B?', 'Gone?'] : ['What is A?', 'What is B?'];
      assert.equal(hasMostTitles(titles, studied), isSame);
    });
  }
});
