import { l10n, window } from 'vscode';
import { executeCommand } from '../../platform/commands';
import { questionsIn, type FileOfDeck } from '../../platform/deckOf';
import type { Services } from '../../platform/services';
import { waitUntilRead } from './reading';

/** A question of a deck's file that is open. */
export interface QuestionHere {
  readonly file: FileOfDeck;
  readonly id: string;
}

/** A quiz on the question at the cursor and those below it: the way of the CodeLens for whoever has no mouse. */
export async function quizFromHere(services: Services): Promise<void> {
  const here = await findAtCursor(services);
  if (here === undefined)
    throw new Error(l10n.t('the cursor is on no question. Put it on one in a file of a deck.'));
  const scope = scopeFrom(here);
  if (scope.ids.length === 0)
    throw new Error(l10n.t('no question from here on has an answer. "Write the Answer" begins one.'));
  await executeCommand('llmStudy.quiz.questions', scope);
}

/** As the text stands in the active editor; `undefined` where the cursor is on none. */
export async function findAtCursor(services: Services): Promise<QuestionHere | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const file = await waitUntilRead(services, editor.document);
  if (file === undefined) return undefined;
  const line = editor.selection.active.line + 1;
  const question = questionsIn(file).findLast(({ place }) => place.line <= line && line <= place.endLine);
  return question && { file, id: question.id };
}

/** The answered questions from one on to the end of its file. */
export function scopeFrom({ file, id }: QuestionHere): { title: string; ids: string[] } {
  const questions = questionsIn(file);
  const first = questions.findIndex((question) => question.id === id);
  const ids = questions
    .slice(first)
    .flatMap((question) => (question.isUnanswered === true ? [] : question.id));
  return { title: file.open.deck.title, ids };
}
