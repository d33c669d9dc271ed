import { element } from '../element';
import type { MarkContent } from './picture';

/** What the mark below the pointer, or in focus, says. */
export interface Tooltip {
  readonly element: HTMLElement;
  show(mark: Element, content: MarkContent): void;
  hide(): void;
}

const gap = 6;

/** Screen readers read a mark's own label, so it is hidden from them. */
export function createTooltip(): Tooltip {
  const box = element('div', { class: 'tooltip', 'aria-hidden': 'true', hidden: true });
  const hide = () => void (box.hidden = true);
  addEventListener('scroll', hide, { passive: true });
  return {
    element: box,
    hide,
    show(mark, { title, text }) {
      box.replaceChildren(element('strong', {}, title), element('span', {}, text));
      box.hidden = false;
      place(box, mark.getBoundingClientRect());
    },
  };
}

/** Above the mark, or below where there is no room, and always inside the window. */
function place(box: HTMLElement, mark: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const left = mark.left + mark.width / 2 - width / 2;
  const above = mark.top - height - gap;
  const below = Math.min(mark.bottom + gap, innerHeight - height - gap);
  box.style.left = `${String(Math.max(gap, Math.min(left, document.body.clientWidth - width - gap)))}px`;
  box.style.top = `${String(above >= gap ? above : below)}px`;
}
