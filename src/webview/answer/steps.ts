import { hintOf } from '../../core/bank/hint';
import type { Step } from '../../protocol/answer';
import type { QuestionView } from '../../protocol/question';
import { button, element } from '../element';
import { renderInline, type RenderActions } from '../markdown/render';
import { renderAnswer, renderKeyPoints, renderTitle, type QuestionActions } from '../questionParts';

/** The question, and below it each step with a veil over what is still hidden. A step that has nothing is left out. */
export function renderSteps(
  question: QuestionView,
  actions: QuestionActions,
  { onReveal }: { onReveal(step: Step): void },
): DocumentFragment {
  const { keyPoints, origin, isUnanswered } = question;
  const hint = hintOf(question);
  const fragment = document.createDocumentFragment();
  fragment.append(renderTitle(question, actions));
  if (question.options !== undefined) fragment.append(renderOptions(question, actions));
  if (isUnanswered === true) {
    fragment.append(
      element(
        'section',
        { 'data-step': 'answer', 'aria-label': 'Answer' },
        element('h2', { class: 'visually-hidden', tabindex: '-1' }, 'Answer'),
        renderAnswer(question, actions),
      ),
    );
    return fragment;
  }
  if (hint !== undefined) {
    const shown = element('p', { class: 'hint' }, renderInline(hint, actions, origin));
    fragment.append(renderStep('hint', 'Hint', shown, onReveal));
  }
  if (keyPoints.length > 0) {
    fragment.append(renderStep('keyPoints', 'Key points', renderKeyPoints(question, actions), onReveal));
  }
  fragment.append(renderStep('answer', 'Answer', renderAnswer(question, actions), onReveal));
  return fragment;
}

/** The choices. Which are right is marked, and the marks wait for the answer. */
function renderOptions({ options = [], origin }: QuestionView, actions: RenderActions): HTMLElement {
  return element(
    'ul',
    { class: 'options', 'aria-label': 'Options' },
    ...options.map(({ letter, text, isRight }) =>
      element(
        'li',
        { class: 'option' },
        element('span', { class: 'letter' }, letter),
        element('span', { class: 'text' }, renderInline(text, actions, origin)),
        isRight ? element('span', { class: 'verdict right', hidden: true }, '✓ right') : undefined,
      ),
    ),
  );
}

/** Shows or hides which options are right. */
export function showRightOptions(page: HTMLElement, on: boolean): void {
  for (const verdict of page.querySelectorAll<HTMLElement>('.options .verdict')) {
    verdict.hidden = !on;
    verdict.closest('.option')?.classList.toggle('is-right', on);
  }
}

function renderStep(
  step: Step,
  label: string,
  content: HTMLElement,
  onReveal: (step: Step) => void,
): HTMLElement {
  return element(
    'section',
    { class: 'step', 'data-step': step, 'aria-label': label },
    element('h2', { tabindex: '-1' }, label),
    element(
      'div',
      { class: 'cover' },
      element('div', { class: 'content' }, content),
      button(`Reveal ${label.toLowerCase()}`, () => onReveal(step), { class: 'veil' }),
    ),
  );
}
