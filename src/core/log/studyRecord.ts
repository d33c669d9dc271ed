/** Where a person stands with a question. */
export type Status = 'new' | 'seen';

export const STATUSES: readonly Status[] = ['new', 'seen'];

/** What a person has done with the questions. */
export interface StudyRecord {
  statusOf(id: string): Status;
  isBookmarked(id: string): boolean;
  /** Resolves when it is kept. */
  markSeen(id: string): Promise<void>;
  setBookmarked(id: string, on: boolean): Promise<void>;
  /** Calls `listener` with the ids that changed, until the returned function is called. */
  onDidChange(listener: (ids: readonly string[]) => void): () => void;
}
