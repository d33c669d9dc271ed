import { tidyNote } from './note';

/** A note that is being written, until it is saved or discarded. */
export interface NoteDraft {
  readonly text: string;
  /** The note that the text was made of: where it is another one now, somebody changed it meanwhile. */
  readonly base: string;
  /** `false` when the editor was left without saving. */
  readonly isOpen: boolean;
}

/** Begins to write, or goes on with what was left. */
export function openDraft(note: string, left: NoteDraft | undefined): NoteDraft {
  return { ...(left ?? { text: note, base: note }), isOpen: true };
}

/** Leaves the editor without saving; `undefined` when there is nothing to keep. */
export function leaveDraft(draft: NoteDraft): NoteDraft | undefined {
  return tidyNote(draft.text) === tidyNote(draft.base) ? undefined : { ...draft, isOpen: false };
}

/** What becomes of a draft when the note is changed elsewhere: what was typed stays, what was not touched follows. */
export function followNote(draft: NoteDraft, note: string): NoteDraft {
  return draft.text === draft.base ? { ...draft, text: note, base: note } : draft;
}
