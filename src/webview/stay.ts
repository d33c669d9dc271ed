/**
 * Draws a part of the page anew while somebody reads it or types into it: the place on the page, the focus and the
 * selection stay, where what had the focus is still there or has a successor of the same id.
 */
export function drawAnew(draw: () => void): void {
  const focused = document.activeElement;
  const { scrollY: place } = window;
  const selection = isField(focused) ? [focused.selectionStart, focused.selectionEnd] : undefined;
  draw();
  scrollTo({ top: place });
  if (!(focused instanceof HTMLElement) || document.activeElement === focused || !document.hasFocus()) return;
  const next = focused.isConnected ? focused : focused.id === '' ? null : document.getElementById(focused.id);
  next?.focus({ preventScroll: true });
  const [start = null, end = null] = selection ?? [];
  if (isField(next)) next.setSelectionRange(start, end);
}

function isField(target: Element | null): target is HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement;
}
