type Child = Node | string | undefined;

/** What an element is given: attributes by name, `true` for one without a value, and listeners as `onClick`. */
type Properties = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** Makes an element. Text is set as text: nothing given here is ever parsed as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2).toLowerCase(), value);
    else if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A push button with a visible label. */
export function button(label: string, onClick: () => void, properties: Properties = {}): HTMLButtonElement {
  return element('button', { type: 'button', ...properties, onClick }, label);
}

/** The key that a person presses for it, shown beside a label. Screen readers are told by `aria-keyshortcuts`. */
export function keyHint(key: string): HTMLElement {
  return element('kbd', { 'aria-hidden': 'true' }, key);
}

/** Makes the link call `go` instead of leading anywhere; `name` is what its address shows. */
export function onFollow(link: HTMLAnchorElement, name: string, go: () => void): void {
  link.setAttribute('href', `#${name}`);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    go();
  });
}
