import { EventEmitter, type Memento } from 'vscode';
import type { StudyRecord } from '../core/log/studyRecord';

interface Marks {
  readonly isSeen?: boolean;
  readonly isBookmarked?: boolean;
}

/** A study record in the extension's own storage: one key per question, so two questions never overwrite each other. */
export function createStudyRecord(storage: Memento): StudyRecord {
  const changed = new EventEmitter<readonly string[]>();
  const keyOf = (id: string) => `question/${id}`;
  const marksOf = (id: string) => storage.get<Marks>(keyOf(id), {});
  const mark = async (id: string, marks: Marks) => {
    await storage.update(keyOf(id), { ...marksOf(id), ...marks });
    changed.fire([id]);
  };
  return {
    statusOf: (id) => (marksOf(id).isSeen === true ? 'seen' : 'new'),
    isBookmarked: (id) => marksOf(id).isBookmarked === true,
    async markSeen(id) {
      if (marksOf(id).isSeen !== true) await mark(id, { isSeen: true });
    },
    setBookmarked: (id, on) => mark(id, { isBookmarked: on }),
    onDidChange(listener) {
      const subscription = changed.event(listener);
      return () => void subscription.dispose();
    },
  };
}
