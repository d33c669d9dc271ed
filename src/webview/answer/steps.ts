import { hintOf } from '../../core/bank/hint';
import type { Step } from '../../protocol/answer';
import type { QuestionView } from '../../protocol/question';
import { button, element } from '../element';
import { renderInline, type RenderActions } from '../markdown/render';
import { renderAnswer, renderKeyPoints, renderTitle } from '../questionParts';

/** The question, and below it each step with a veil over what is still hidden. */
export function renderSteps(
  question: QuestionView,
  actions: RenderActions,
  { onReveal }: { onReveal(step: Step): void },
): DocumentFragment {
  const hint = hintOf(question);
  const fragment = document.createDocumentFragment();
  fragment.append(renderTitle(question));
  if (hint !== undefined) {
    fragment.append(
      renderStep('hint', 'Hint', element('p', { class: 'hint' }, renderInline(hint, actions)), onReveal),
    );
  }
  fragment.append(
    renderStep('keyPoints', 'Key points', renderKeyPoints(question, actions), onReveal),
    renderStep('answer', 'Answer', renderAnswer(question, actions), onReveal),
  );
  return fragment;
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
