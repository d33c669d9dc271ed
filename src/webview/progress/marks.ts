import { element } from '../element';
import type { Mark, MarkContent, Picture } from './picture';
import type { Tooltip } from './tooltip';

/**
 * The picture with marks that can be used: one of them is a stop of the Tab key, arrows lead to its neighbours, the
 * pointer and the focus show what a mark says, and a click, Enter or Space opens it.
 */
export function enableMarks(
  { element: drawing, marks }: Picture,
  tooltip: Tooltip,
  open: (content: MarkContent) => void,
): HTMLElement {
  // An SVG element that listens for the focus is a stop of the Tab key itself, in Chromium.
  const frame = element('div', {}, drawing);
  const markOf = (event: Event): Mark | undefined =>
    marks.find((mark) => mark.element.contains(event.target as Node));
  const showFocused = () => {
    const focused = marks.find((mark) => mark.element.matches(':focus-visible'));
    if (focused === undefined) tooltip.hide();
    else tooltip.show(focused.element, focused.content);
  };
  setStop(marks, marks.at(0));
  frame.addEventListener('focusin', (event) => {
    setStop(marks, markOf(event));
    showFocused();
  });
  frame.addEventListener('focusout', tooltip.hide);
  frame.addEventListener('pointerover', (event) => {
    const mark = markOf(event);
    if (mark === undefined) showFocused();
    else tooltip.show(mark.element, mark.content);
  });
  frame.addEventListener('pointerleave', showFocused);
  frame.addEventListener('click', (event) => {
    const mark = markOf(event);
    if (mark !== undefined) open(mark.content);
  });
  frame.addEventListener('keydown', (event) => {
    const mark = markOf(event);
    if (mark === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') tooltip.hide();
    const next = neighbour(marks, mark, event.key);
    const isOpening = event.key === 'Enter' || event.key === ' ';
    if (isOpening) open(mark.content);
    if (!isOpening && next === undefined) return;
    next?.element.focus();
    // Nor may VS Code or the page take it for one of its own.
    event.preventDefault();
    event.stopPropagation();
  });
  return frame;
}

function setStop(marks: readonly Mark[], stop: Mark | undefined): void {
  for (const mark of marks) mark.element.setAttribute('tabindex', mark === stop ? '0' : '-1');
}

const directions: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where a key leads: to the nearest mark that way, else to the next in order. `undefined` for any other key. */
function neighbour(marks: readonly Mark[], from: Mark, key: string): Mark | undefined {
  if (key === 'Home') return marks.at(0);
  if (key === 'End') return marks.at(-1);
  const direction = directions[key];
  if (direction === undefined) return undefined;
  const ordered = marks[marks.indexOf(from) + direction.x + direction.y];
  return nearest(marks, from, direction) ?? ordered ?? from;
}

function nearest(
  marks: readonly Mark[],
  from: Mark,
  direction: { readonly x: number; readonly y: number },
): Mark | undefined {
  const start = centreOf(from);
  let best: { readonly mark: Mark; readonly cost: number } | undefined;
  for (const mark of marks) {
    const centre = centreOf(mark);
    const [x, y] = [centre.x - start.x, centre.y - start.y];
    const along = x * direction.x + y * direction.y;
    const across = Math.abs(x * direction.y) + Math.abs(y * direction.x);
    // What lies aside costs more than what lies ahead.
    const cost = along + 3 * across;
    if (along > 1 && cost < (best?.cost ?? Infinity)) best = { mark, cost };
  }
  return best?.mark;
}

function centreOf({ element }: Mark): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
