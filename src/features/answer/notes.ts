import type { NoteDraft } from '../../core/notes/draft';
import { tidyNote } from '../../core/notes/note';
import type { Services } from '../../platform/services';
import { isNoteDraft } from '../../protocol/answer';
import { isArrayOf, isObjectOf, isString } from '../../protocol/shape';

const stateKey = 'answer.noteDrafts';

/** Notes of one's own, and what was typed of them and not saved: it is kept for this window's folder. */
export interface Notes {
  draftOf(id: string): NoteDraft | undefined;
  /** `undefined` discards it. */
  keepDraft(id: string, draft: NoteDraft | undefined): Promise<void>;
  /** Keeps the note and discards its draft; gives the note as it was kept. Blank text takes it away. */
  save(id: string, text: string): Promise<string>;
}

interface KeptDraft {
  readonly id: string;
  readonly draft: NoteDraft;
}

export function createNotes({ windowState, study }: Services): Notes {
  const kept: unknown = windowState.get(stateKey);
  const drafts = new Map((areDrafts(kept) ? kept : []).map(({ id, draft }) => [id, draft]));
  const keepDraft = async (id: string, draft: NoteDraft | undefined) => {
    if (draft === undefined && !drafts.has(id)) return;
    if (draft === undefined) drafts.delete(id);
    else drafts.set(id, draft);
    await windowState.update(
      stateKey,
      [...drafts].map(([each, its]): KeptDraft => ({ id: each, draft: its })),
    );
  };
  return {
    draftOf: (id) => drafts.get(id),
    keepDraft,
    async save(id, text) {
      const note = tidyNote(text);
      const record = await study.load();
      if ((record.noteOf(id) ?? '') !== note) {
        await record.append({ type: 'noted', question: id, text: note });
      }
      await keepDraft(id, undefined);
      return note;
    },
  };
}

const areDrafts = isArrayOf(isObjectOf<KeptDraft>({ id: isString, draft: isNoteDraft }));
