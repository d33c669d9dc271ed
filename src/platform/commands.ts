import { commands, type Disposable } from 'vscode';
import type { ErrorReporter } from './errors';

/**
 * Every command, with the arguments that our own code calls it with. People, key bindings and links may call it
 * with anything, so a handler takes `unknown`.
 */
export interface CommandArguments {
  'llmStudy.answer.open': [id?: string];
  'llmStudy.answer.openToSide': [id: string];
  /** Not in the manifest. Without an id: back to what was shown before the preview. */
  'llmStudy.answer.preview': [id?: string];
  'llmStudy.answer.openSource': [id: string];
  'llmStudy.answer.back': [];
  'llmStudy.answer.forward': [];
  'llmStudy.answer.revealNext': [];
  'llmStudy.answer.revealAll': [];
  'llmStudy.answer.hide': [];
  'llmStudy.answer.writeNote': [id?: string];
  'llmStudy.browse.groupBy': [];
  'llmStudy.browse.filter': [];
  'llmStudy.browse.clear': [];
  'llmStudy.browse.bookmark': [id: string];
  'llmStudy.browse.removeBookmark': [id: string];
  'llmStudy.browse.copyLink': [id: string];
  /** Not in the manifest. Where the tree has no such deck, or none is named, it shows the tree alone. */
  'llmStudy.browse.showDeck': [id?: string];
  'llmStudy.search.open': [query?: string];
  'llmStudy.search.selection': [];
  'llmStudy.quiz.start': [];
  'llmStudy.quiz.questions': [scope: { title: string; ids: readonly string[] }];
  'llmStudy.quiz.group': [group: unknown];
  'llmStudy.quiz.reveal': [];
  'llmStudy.quiz.gradeAgain': [];
  'llmStudy.quiz.gradeHard': [];
  'llmStudy.quiz.gradeGood': [];
  'llmStudy.quiz.gradeEasy': [];
  'llmStudy.quiz.skip': [];
  'llmStudy.quiz.undo': [];
  'llmStudy.quiz.stop': [];
  'llmStudy.hover.toggle': [];
  'llmStudy.study.suspend': [id: string];
  'llmStudy.study.resume': [id: string];
  'llmStudy.study.bury': [id: string];
  'llmStudy.study.reset': [id: string];
  'llmStudy.study.explain': [id: string];
  'llmStudy.study.undo': [];
  'llmStudy.study.export': [];
  'llmStudy.study.import': [];
  'llmStudy.study.check': [];
  'llmStudy.study.restore': [];
  'llmStudy.study.quizDue': [];
  'llmStudy.study.planInterview': [];
  'llmStudy.progress.show': [];
  /** The address of a folder or a file; without one, it is asked for. */
  'llmStudy.decks.add': [place?: unknown];
  /** A deck of the tree, or a deck's id. */
  'llmStudy.decks.remove': [deck?: unknown];
  /** A file's address; without one, it is the active editor's. */
  'llmStudy.decks.studyFile': [file?: unknown];
  'llmStudy.decks.create': [];
  /** A group of the tree; without one, it is asked what. */
  'llmStudy.decks.export': [group?: unknown];
  'llmStudy.decks.writeAnswer': [id?: string];
  'llmStudy.decks.quizFromHere': [];
  /** Not in the manifest. The address of a folder or a file. */
  'llmStudy.decks.showPassedOver': [place: unknown];
}

export type CommandId = keyof CommandArguments;

/** Called with whatever came along; what it throws is shown as "could not …". */
export interface CommandHandler {
  /** Completes "LLM Study could not …", such as `open the question`. */
  readonly task: string;
  run(...args: unknown[]): unknown;
}

export type RegisterCommands = (handlers: { readonly [K in CommandId]?: CommandHandler }) => Disposable[];

export function createCommandRegistrar(errors: ErrorReporter): RegisterCommands {
  return (handlers) =>
    Object.entries(handlers).map(([id, { task, run }]) =>
      commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          return await run(...args);
        } catch (error) {
          errors.show(task, error);
          return undefined;
        }
      }),
    );
}

export async function executeCommand<K extends CommandId>(
  id: K,
  ...args: CommandArguments[K]
): Promise<void> {
  await commands.executeCommand(id, ...args);
}
