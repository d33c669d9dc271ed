/**
 * VS Code hears each key that leaves the page and looks for a key binding. A key that means something to the element
 * in focus (a letter while typing, Space on a button) must not leave.
 */
export function keepOwnKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const isOurs =
      (isTextField(target) && !/^(Escape|F\d+)$/.test(event.key)) ||
      (isPressable(target) && (event.key === ' ' || event.key === 'Enter')) ||
      (target.matches('[role="group"][tabindex], pre, .math-display, input[type="radio"]') &&
        event.key.startsWith('Arrow'));
    if (isOurs) event.stopPropagation();
    else if (event.key === ' ') event.preventDefault();
  });
}

export function isTextField(target: HTMLElement): boolean {
  return target.matches('textarea, input[type="text"]');
}

function isPressable(target: HTMLElement): boolean {
  return target.matches('button, a[href], summary, input');
}
