type Child = Node | string | undefined;

/** Makes an SVG element, with attributes by name. Text is set as text. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, typeof value === 'number' ? String(round(value)) : value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A tenth of a pixel is as fine as a screen is. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const letterWidth = 6.8;

/** Roughly how wide a text is, in pixels: enough to choose between layouts. Chinese and the like is twice as wide. */
export function widthOf(text: string): number {
  return text.replace(/[\u2e80-\uffff]/g, 'mm').length * letterWidth;
}

/** As much of a text as fits, with `…` where it was cut. */
export function fit(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && widthOf(characters.join('')) + letterWidth > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
