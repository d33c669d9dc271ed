/** A field of a question's front matter; `undefined` is left out. */
export type FrontMatter = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The lines from `---` to `---`, in YAML that reads the same by the rules of 1.1 and 1.2. */
export function writeFrontMatter(fields: FrontMatter): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [`${key}: ${typeof value === 'string' ? writeText(value) : writeList(value)}`];
  });
  return ['---', ...lines, '---', ''].join('\n');
}

export function writeText(text: string): string {
  return isPlain(text) || isDay(text) ? text : quote(text);
}

/** In a list, a comma ends an item. */
function writeList(items: readonly string[]): string {
  return `[${items.map((item) => (isPlain(item) && !item.includes(',') ? item : quote(item))).join(', ')}]`;
}

/** Letters first and no mark that YAML knows anywhere: all else is quoted, needed or not. */
function isPlain(text: string): boolean {
  return (
    /^\p{L}[\p{L}\p{N} ,.?!()/'’√_-]*$/u.test(text) &&
    !text.endsWith(' ') &&
    !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** JSON's text is YAML's, but for the characters that YAML wants to be escaped. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
