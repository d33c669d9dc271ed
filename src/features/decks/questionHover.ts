import { Disposable } from 'vscode';
import type { Services } from '../../platform/services';

export function registerQuestionHovers(_services: Services): Disposable {
  return new Disposable(() => undefined);
}
