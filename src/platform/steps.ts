import { QuickInputButtons, window, type QuickPickItem } from 'vscode';

/** One question of a series: what to choose from. */
export interface Choice<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly (QuickPickItem & { readonly value: T })[];
}

/** What came of asking: a value, the wish to go back, or neither. */
export type Chosen<T> = { readonly value: T } | 'back' | undefined;

/** Asks one question of a series; from the second on with a Back button. */
export function pickStep<T>(choice: Choice<T>, step: number, steps: number): Promise<Chosen<T>> {
  const input = window.createQuickPick<QuickPickItem & { readonly value: T }>();
  input.title = choice.title;
  input.placeholder = choice.placeholder;
  input.step = step;
  input.totalSteps = steps;
  input.items = choice.items;
  input.matchOnDescription = true;
  input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    input.onDidTriggerButton(() => {
      resolve('back');
      input.dispose();
    });
    input.onDidAccept(() => {
      const [item] = input.selectedItems;
      if (item === undefined) return;
      resolve({ value: item.value });
      input.dispose();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
