import { leaveDraft, openDraft, type NoteDraft } from '../../core/notes/draft';
import { button, element } from '../element';
import type { RenderActions } from '../markdown/render';
import { renderNote } from '../questionParts';
import { createNoteEditor, type NoteEditor } from './noteEditor';

/** The note of one's own on the question in view: shown with the answer, written at any time. */
export interface NoteSection {
  readonly element: HTMLElement;
  /** Opens the editor, where it is closed, and goes there. */
  write(): void;
  /** The note is another one now: it was saved here, changed elsewhere or taken back. */
  setNote(note: string): void;
  /** A note could give the answer away, so it waits for it. */
  setRevealed(on: boolean): void;
}

export interface NoteState {
  readonly note: string;
  readonly draft: NoteDraft | undefined;
  readonly isRevealed: boolean;
}

export interface NoteActions {
  readonly render: RenderActions;
  /** Gives the note as it was kept; `undefined` when it can't be kept, which is shown by then. */
  save(text: string): Promise<string | undefined>;
  keepDraft(draft: NoteDraft | undefined): void;
  /** The editor was left: the focus needs a place. */
  onLeave(): void;
  announce(text: string): void;
}

export function createNoteSection(start: NoteState, actions: NoteActions): NoteSection {
  let state = start;
  let editor: NoteEditor | undefined;
  const heading = element('h2', { tabindex: '-1' }, 'Your note');
  const body = element('div', {});
  const section = element('section', { class: 'own-note', 'aria-label': 'Your note' }, heading, body);

  const show = () => {
    const hadFocus = document.hasFocus() && section.contains(document.activeElement);
    editor = state.draft?.isOpen === true ? createNoteEditor(state.draft, state.note, writing) : undefined;
    section.hidden = state.draft === undefined && state.note === '';
    body.replaceChildren(...(editor ? [editor.element] : renderClosed(state, actions.render, writing)));
    if (hadFocus && editor === undefined && !section.hidden) heading.focus();
  };
  const change = (next: Partial<NoteState>) => {
    state = { ...state, ...next };
    if (editor === undefined) show();
  };
  const writing = createWriting(() => state, actions, {
    keep(draft) {
      state = { ...state, draft };
      actions.keepDraft(draft);
    },
    close(next) {
      state = { ...state, ...next };
      show();
      if (!document.hasFocus()) return;
      if (state.isRevealed && state.note !== '') heading.focus();
      else actions.onLeave();
    },
    open() {
      show();
      editor?.focus();
    },
  });

  show();
  return {
    element: section,
    write: () => (editor === undefined ? writing.write() : editor.focus()),
    setNote(note) {
      change({ note });
      editor?.setNote(note);
    },
    setRevealed(isRevealed) {
      if (isRevealed !== state.isRevealed) change({ isRevealed });
    },
  };
}

/** What can be done with a note, whether its editor is open or closed. */
export interface NoteWriting {
  readonly render: RenderActions;
  write(): void;
  /** Keeps what is typed so far. */
  change(draft: NoteDraft): void;
  /** Resolves also when it can't be kept, which is shown by then. Blank text takes the note away. */
  save(text: string): Promise<void>;
  /** Leaves the editor without saving. */
  leave(): void;
  discard(): void;
  announce(text: string): void;
}

interface SectionChanges {
  keep(draft: NoteDraft | undefined): void;
  open(): void;
  close(next: Partial<NoteState>): void;
}

function createWriting(
  current: () => NoteState,
  { render, save, announce }: NoteActions,
  { keep, open, close }: SectionChanges,
): NoteWriting {
  return {
    render,
    announce,
    change: keep,
    write() {
      const { note, draft } = current();
      keep(openDraft(note, draft));
      open();
    },
    async save(text) {
      const note = await save(text);
      if (note === undefined) return;
      close({ note, draft: undefined });
      announce(note === '' ? 'Note removed. Undo Last Study Action takes that back' : 'Note saved');
    },
    leave() {
      const { draft } = current();
      const left = draft && leaveDraft(draft);
      keep(left);
      close({});
      announce(left === undefined ? 'Nothing changed' : 'Not saved. What you wrote is kept');
    },
    discard() {
      keep(undefined);
      close({});
      announce('Discarded');
    },
  };
}

function renderClosed(
  { note, draft, isRevealed }: NoteState,
  render: RenderActions,
  writing: NoteWriting,
): HTMLElement[] {
  const isHere = note !== '' && isRevealed;
  return [
    ...(isHere ? [renderNote(note, render)] : []),
    ...(draft !== undefined ? [renderUnsaved(writing)] : isHere ? [renderNoteActions(writing)] : []),
    ...(note !== '' && !isRevealed
      ? [element('p', { class: 'note-hint' }, 'It is shown with the answer.')]
      : []),
  ];
}

function renderUnsaved({ write, discard }: NoteWriting): HTMLElement {
  return element(
    'div',
    { class: 'note-unsaved actions' },
    element('span', {}, 'What you wrote is not saved yet.'),
    button('Continue writing', write),
    button('Discard it', discard),
  );
}

function renderNoteActions({ write, save }: NoteWriting): HTMLElement {
  return element(
    'div',
    { class: 'actions' },
    button('Edit note', write),
    button('Remove note', () => void save('')),
  );
}
