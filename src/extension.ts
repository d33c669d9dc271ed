import type { ExtensionContext } from 'vscode';
import { registerAnswer } from './features/answer/index';
import { registerBrowse } from './features/browse/index';
import { registerQuiz } from './features/quiz/index';
import { createServices } from './platform/services';

/** Builds what the features share, then registers each. Nothing is read or loaded until somebody asks for it. */
export function activate(context: ExtensionContext): void {
  const services = createServices(context);
  context.subscriptions.push(registerBrowse(services), registerAnswer(services), registerQuiz(services));
}
