/** Markdown as plain text in one line: without marks, formulas' backslashes and code fences. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^```.*$/gm, ' ')
    .replace(/\]\([^()\s]*\)/g, ']')
    .replace(/\\[a-zA-Z]+/g, ' ')
    .replace(/[*_`#$|[\]{}\\^]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
