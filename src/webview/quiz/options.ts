import type { Option } from '../../core/bank/question';
import type { Grade } from '../../core/schedule/session';
import type { QuestionView } from '../../protocol/question';
import { element } from '../element';
import { renderInline, type RenderActions } from '../markdown/render';

/** The choices of a multiple choice: one is chosen where one is right, else any number. */
export interface OptionGroup {
  readonly element: HTMLElement;
  /** Chooses by a key, a letter or a number; false where the key names no option, and when it is too late. */
  choose(key: string): boolean;
  /** Ends the choosing and marks what is right, and what was chosen and is not. */
  close(): void;
}

interface OptionActions {
  readonly render: RenderActions;
  onChoose(chosen: readonly number[]): void;
  /** Enter, or Space on what is chosen: on to the answer. */
  onConfirm(): void;
}

export function createOptionGroup(
  { options = [], origin }: QuestionView,
  start: readonly number[],
  { render, onChoose, onConfirm }: OptionActions,
): OptionGroup {
  const chosen = new Set(start);
  const isSingle = options.filter(({ isRight }) => isRight).length < 2;
  const inputs = options.map(({ letter }, number) =>
    element('input', {
      id: `option-${String(number)}`,
      type: isSingle ? 'radio' : 'checkbox',
      name: 'option',
      checked: chosen.has(number),
      'aria-keyshortcuts': `${letter.toLowerCase()} ${String(number + 1)}`,
      onChange: () => read(),
    }),
  );
  const read = () => {
    chosen.clear();
    inputs.forEach((input, number) => input.checked && chosen.add(number));
    onChoose([...chosen]);
  };
  const rows = options.map(({ letter, text }, number) =>
    renderRow(inputs[number], letter, renderInline(text, render, origin)),
  );
  const legend = element('legend', {}, isSingle ? 'Choose one' : 'Choose all that are right');
  const group = element('fieldset', { class: 'options' }, legend, ...rows);
  group.addEventListener('keydown', (event) => {
    const input = inputs.find((each) => each === event.target);
    const isConfirm = event.key === 'Enter' || (event.key === ' ' && isSingle && input?.checked === true);
    if (input === undefined || !isConfirm) return;
    event.preventDefault();
    event.stopPropagation();
    onConfirm();
  });
  return {
    element: group,
    choose(key) {
      const input = inputs[numberOf(key, options)];
      if (input === undefined || input.disabled) return false;
      input.checked = isSingle || !input.checked;
      read();
      input.focus();
      return true;
    },
    close() {
      for (const input of inputs) input.disabled = true;
      options.forEach((option, number) => {
        const verdict = renderVerdict(option, chosen.has(number), options);
        if (verdict === undefined) return;
        rows[number]?.append(verdict);
        rows[number]?.classList.add(option.isRight ? 'is-right' : 'is-wrong');
      });
    },
  };
}

function renderRow(input: HTMLElement | undefined, letter: string, text: HTMLElement): HTMLElement {
  return element(
    'label',
    { class: 'option' },
    input,
    element('span', { class: 'letter' }, letter),
    element('span', { class: 'text' }, text),
  );
}

/** `s` and `u` skip and undo. */
function numberOf(key: string, options: readonly Option[]): number {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  const letter = key.toLowerCase();
  return /^[a-rtv-z]$/.test(letter) ? options.findIndex((each) => each.letter.toLowerCase() === letter) : -1;
}

function renderVerdict(
  { isRight }: Option,
  isChosen: boolean,
  options: readonly Option[],
): HTMLElement | undefined {
  if (isRight)
    return element('span', { class: 'verdict right' }, isChosen ? '✓ right, your choice' : '✓ right');
  if (!isChosen) return undefined;
  const text = isKnown(options) ? '✗ your choice' : 'your choice';
  return element('span', { class: 'verdict wrong' }, text);
}

/** A deck may give the options and not say which is right. */
function isKnown(options: readonly Option[]): boolean {
  return options.some(({ isRight }) => isRight);
}

/** How the choice went, in words, and the grade that goes with it; `undefined` where there was none to make. */
export function judgeChoice(
  { options = [] }: QuestionView,
  chosen: readonly number[],
): { readonly text: string; readonly grade: Grade } | undefined {
  if (!isKnown(options) || chosen.length === 0) return undefined;
  const letters = (numbers: readonly number[]) => numbers.map((number) => options[number]?.letter).join(', ');
  const right = options.flatMap(({ isRight }, number) => (isRight ? [number] : []));
  const isRight = right.length === chosen.length && right.every((number) => chosen.includes(number));
  if (isRight) return { text: `✓ Right: ${letters(right)}`, grade: 'good' };
  return { text: `✗ You chose ${letters(chosen)}; right is ${letters(right)}`, grade: 'again' };
}
