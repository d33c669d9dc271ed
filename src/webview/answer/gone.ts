import type { GoneView } from '../../protocol/answer';
import { element } from '../element';

/** What stands in place of a question that is no more. */
export function renderGone({ title }: GoneView): HTMLElement {
  return element(
    'div',
    { class: 'gone' },
    element('h1', { tabindex: '-1' }, title ?? 'A question that is no more'),
    element(
      'p',
      {},
      'This question is not in its deck any more: it was renamed or removed, or the deck was. ' +
        'What you studied of it is kept, and comes back with it.',
    ),
  );
}
