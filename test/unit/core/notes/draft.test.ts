import assert from 'node:assert/strict';
import { followNote, leaveDraft, openDraft } from '../../../../src/core/notes/draft';

const typed = { text: 'old and new', base: 'old', isOpen: true };
const untouched = { text: 'old', base: 'old', isOpen: true };

describe('a draft of a note', () => {
  it('begins with the note', () => {
    assert.deepEqual(openDraft('old', undefined), untouched);
  });

  it('goes on with what was left, whatever the note is now', () => {
    assert.deepEqual(openDraft('other', { ...typed, isOpen: false }), typed);
  });

  it('is kept when it is left with something typed', () => {
    assert.deepEqual(leaveDraft(typed), { ...typed, isOpen: false });
  });

  it('is not kept when it is left as it was, but for blanks at its end', () => {
    assert.deepEqual(
      [leaveDraft(untouched), leaveDraft({ ...untouched, text: 'old\n' })],
      [undefined, undefined],
    );
  });

  it('is kept when everything was deleted', () => {
    assert.deepEqual(leaveDraft({ ...untouched, text: '' }), { text: '', base: 'old', isOpen: false });
  });

  it('follows a note that is changed elsewhere where nothing was typed', () => {
    assert.deepEqual(followNote(untouched, 'other'), { text: 'other', base: 'other', isOpen: true });
  });

  it('keeps what was typed when the note is changed elsewhere', () => {
    assert.equal(followNote(typed, 'other'), typed);
  });
});
