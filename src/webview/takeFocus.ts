let cancel: () => void = () => undefined;

/**
 * Gives the focus to what is found, now or as soon as the page has the focus itself. VS Code hands it over a moment after
 * it shows a page; a page that took it earlier would close a list that was opened in that moment.
 */
export function takeFocus(find: () => HTMLElement | null | undefined): void {
  cancel();
  if (document.hasFocus()) {
    find()?.focus();
    return;
  }
  const later = () => {
    if (document.activeElement === document.body) find()?.focus();
  };
  addEventListener('focus', later, { once: true });
  cancel = () => removeEventListener('focus', later);
}
