import { parseLines } from '../../bank/markdown';

/** Markdown as it may stand below a `##` heading: trimmed, its own headings at the third level or deeper. */
export function nestBlock(markdown: string): string {
  const text = markdown.replace(/\r+\n/g, '\n').trim();
  if (!/^ {0,3}#{1,2}(?!#)/m.test(text)) return text;
  return parseLines(text)
    .map(({ text: line, isCode }) =>
      isCode ? line : line.replace(/^( {0,3})#{1,2}(?=[ \t]|$)/, (_whole, indent: string) => `${indent}###`),
    )
    .join('\n');
}

/** The marks of a code fence that is left open at the end; `undefined` where none is. */
export function openFenceOf(markdown: string): string | undefined {
  // A further line is code only in an open fence.
  const lines = parseLines(`${markdown}\n`);
  if (lines.at(-1)?.isCode !== true) return undefined;
  let fence: string | undefined;
  for (const { text } of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark === undefined) continue;
    if (fence === undefined) fence = mark;
    else if (mark.startsWith(fence) && text.trim().length === mark.length) fence = undefined;
  }
  return fence;
}

export function closeFence(markdown: string): string {
  const fence = openFenceOf(markdown);
  return fence === undefined ? markdown : `${markdown}\n${fence}`;
}

/** Blocks one below the other: an open fence takes in nothing of what follows. */
export function joinBlocks(blocks: readonly string[]): string {
  const filled = blocks.filter((block) => block !== '');
  return filled.map((block, at) => (at < filled.length - 1 ? closeFence(block) : block)).join('\n\n');
}
