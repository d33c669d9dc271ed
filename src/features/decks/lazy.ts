import { Disposable } from 'vscode';
import type { Services } from '../../platform/services';
import { addDeck, studyFile } from './addDeck';
import { registerCodeLenses } from './codeLens';
import { createDeck } from './createDeck';
import { exportQuestions } from './exportQuestions';
import { registerProblems } from './problems';
import { quizFromHere } from './quizFromHere';
import { registerQuestionHovers } from './questionHover';
import { removeDeck } from './removeDeck';
import { writeAnswer } from './writeAnswer';

export { listPassedOver } from './passedOver';

/** Each is given what it was called for: a node of the tree, an address, an id, or anything else. */
export const commands = {
  add: addDeck,
  remove: removeDeck,
  studyFile,
  create: createDeck,
  export: exportQuestions,
  writeAnswer,
  quizFromHere,
} satisfies Record<string, (services: Services, target: unknown) => Promise<void>>;

/** What an editor shows of a deck's file: its problems, what can be done with a question, and its answer. */
export function registerEditors(services: Services): Disposable {
  return Disposable.from(
    registerProblems(services),
    registerCodeLenses(services),
    registerQuestionHovers(services),
  );
}
