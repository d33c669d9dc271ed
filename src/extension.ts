import type { ExtensionContext } from 'vscode';
import { registerAnswer } from './features/answer/index';
import { registerBrowse } from './features/browse/index';
import { registerDecks } from './features/decks/index';
import { registerHover } from './features/hover/index';
import { registerProgress } from './features/progress/index';
import { registerQuiz } from './features/quiz/index';
import { registerSearch } from './features/search/index';
import { registerStudy } from './features/study/index';
import { createServices } from './platform/services';

/** Builds what the features share, then registers each. Nothing is read or loaded until somebody asks for it. */
export function activate(context: ExtensionContext): void {
  const services = createServices(context);
  const features = [
    registerBrowse,
    registerAnswer,
    registerSearch,
    registerQuiz,
    registerHover,
    registerDecks,
    registerStudy,
    registerProgress,
  ];
  context.subscriptions.push(...features.map((register) => register(services)));
}
