import { element } from './element';

/** Tells a screen reader what has changed, without moving the focus. */
export interface Announcer {
  readonly region: HTMLElement;
  say(text: string): void;
}

export function createAnnouncer(): Announcer {
  const region = element('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  return { region, say: (text) => (region.textContent = text) };
}

/** Shows a failure where the person is looking, until the next one or the next success. */
export function createFailureBar(): { readonly bar: HTMLElement; show(error: unknown): void; clear(): void } {
  const bar = element('p', { class: 'failure', role: 'alert', hidden: true });
  return {
    bar,
    show(error) {
      bar.textContent = error instanceof Error ? error.message : String(error);
      bar.hidden = false;
    },
    clear() {
      bar.hidden = true;
    },
  };
}
