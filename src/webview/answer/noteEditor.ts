import { followNote, type NoteDraft } from '../../core/notes/draft';
import { longestNote, tidyNote } from '../../core/notes/note';
import { button, element, keyHint } from '../element';
import type { RenderActions } from '../markdown/render';
import { renderNote } from '../questionParts';
import type { NoteWriting } from './note';

/** Where a note is written. */
export interface NoteEditor {
  readonly element: HTMLElement;
  focus(): void;
  /** The note was changed elsewhere. What was typed stays; the other note is shown beside it. */
  setNote(note: string): void;
}

export function createNoteEditor(start: NoteDraft, noteNow: string, writing: NoteWriting): NoteEditor {
  let draft = start;
  const field = element('textarea', {
    'aria-label': 'Your note, in Markdown',
    'aria-describedby': 'note-room',
    rows: '5',
    onInput: () => change({ ...draft, text: field.value }),
  });
  const room = element('p', { id: 'note-room', class: 'note-hint' });
  const other = element('div', {});
  const save = createSave(field, writing, () => room.textContent);
  const saveButton = renderKeyButton('Save', () => void save(), `${commandKey()}+Enter`, 'primary');
  const cancelButton = renderKeyButton('Cancel', writing.leave, 'Esc');

  const showRoom = () => {
    const over = tidyNote(draft.text).length - longestNote;
    room.textContent = describeRoom(over);
    room.classList.toggle('too-long', over > 0);
    field.setAttribute('aria-invalid', String(over > 0));
    saveButton.disabled = over > 0;
  };
  const change = (next: NoteDraft) => {
    draft = next;
    writing.change(next);
    showRoom();
  };
  const showOther = (note: string) => {
    other.replaceChildren(...(note === draft.base ? [] : [renderOther(note, writing.render)]));
  };

  field.value = draft.text;
  field.addEventListener('keydown', (event) => {
    handleKey(event, save, writing.leave);
  });
  showRoom();
  showOther(noteNow);
  const bar = element('div', { class: 'actions' }, saveButton, cancelButton);
  return {
    element: element('div', { class: 'note-editor' }, other, field, room, bar),
    focus() {
      field.focus({ preventScroll: true });
      field.closest('section')?.scrollIntoView({ block: 'nearest' });
    },
    setNote(note) {
      if (field.readOnly) return;
      const next = followNote(draft, note);
      if (next !== draft) {
        field.value = next.text;
        change(next);
      }
      showOther(note);
    },
  };
}

/** While a note is saved the field is read-only, so that nothing is typed that isn't saved. */
function createSave(
  field: HTMLTextAreaElement,
  { save, announce }: NoteWriting,
  describe: () => string,
): () => Promise<void> {
  return async () => {
    const text = tidyNote(field.value);
    const isTooLong = text.length > longestNote;
    if (isTooLong) announce(describe());
    if (isTooLong || field.readOnly) return;
    field.readOnly = true;
    await save(text);
    field.readOnly = false;
  };
}

/** Ctrl+Enter saves, Escape leaves; neither while an input method is at work, whose keys they are then. */
function handleKey(event: KeyboardEvent, save: () => Promise<void>, leave: () => void): void {
  const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (event.isComposing || (!isSave && event.key !== 'Escape')) return;
  event.preventDefault();
  event.stopPropagation();
  if (isSave) void save();
  else leave();
}

/** The note as it is now, which somebody changed since writing began. */
function renderOther(note: string, render: RenderActions): HTMLElement {
  const [happened, shown] =
    note === ''
      ? ['While you wrote, this note was removed elsewhere.']
      : ['While you wrote, this note was changed elsewhere. It now says:', renderNote(note, render)];
  return element(
    'div',
    { class: 'note-other', role: 'status' },
    element('p', {}, happened),
    shown,
    element('p', {}, 'Save replaces that with your text below.'),
  );
}

/** From here on it is said how much room is left. */
const nearlyLongest = 0.9 * longestNote;

/** `over`: by how many characters the note is too long; below 0 where there is room. */
function describeRoom(over: number): string {
  const most = longestNote.toLocaleString('en');
  if (over > 0) {
    return `Too long to save: at most ${most} characters. Shorten it by ${over.toLocaleString('en')}.`;
  }
  const length = longestNote + over;
  return length < nearlyLongest
    ? 'Markdown, with $TeX$. Shown with the answer, and found by the search.'
    : `${length.toLocaleString('en')} of ${most} characters`;
}

function renderKeyButton(label: string, onClick: () => void, key: string, className = ''): HTMLButtonElement {
  const made = button(label, onClick, { class: className });
  made.append(' ', keyHint(key));
  return made;
}

function commandKey(): string {
  return navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
}
