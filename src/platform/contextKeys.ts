import { commands } from 'vscode';

/** The keys that `when` clauses of the manifest read. */
export interface ContextKeys {
  /** The tree is filtered or grouped by other than topic. */
  'llmStudy.browse.isChanged': boolean;
  /** The filters leave no question. */
  'llmStudy.browse.isEmpty': boolean;
  'llmStudy.answer.canGoBack': boolean;
  'llmStudy.answer.canGoForward': boolean;
  /** A card is asked, and its answer is hidden or shown. */
  'llmStudy.quiz.phase': 'none' | 'asked' | 'revealed' | 'scorecard';
  'llmStudy.quiz.canUndo': boolean;
  /** A question has been read; the walkthrough waits for it. */
  'llmStudy.hasRead': boolean;
  /** A hover has shown an answer; the walkthrough waits for it. */
  'llmStudy.hasHovered': boolean;
}

export async function setContextKey<K extends keyof ContextKeys>(
  key: K,
  value: ContextKeys[K],
): Promise<void> {
  await commands.executeCommand('setContext', key, value);
}
