/** A line of Markdown that stands outside code fences, or the marker and body of one inside. */
export interface MarkdownLine {
  readonly text: string;
  /** Inside a fenced block, its two fences included. */
  readonly isCode: boolean;
}

const fencePattern = /^ {0,3}(`{3,}|~{3,})/;

/** Splits text into lines and tells which are code, in one linear pass (CommonMark 4.5, fenced code blocks). */
export function parseLines(markdown: string): MarkdownLine[] {
  let fence: string | undefined;
  return markdown.split(/\r?\n/).map((text) => {
    const marker = fencePattern.exec(text)?.[1];
    if (fence === undefined) {
      fence = marker;
      return { text, isCode: marker !== undefined };
    }
    const closes = marker !== undefined && marker.startsWith(fence) && text.trim().length === marker.length;
    if (closes) fence = undefined;
    return { text, isCode: true };
  });
}

/** A part of a Markdown text: everything below one `##` heading, or before the first. */
export interface MarkdownPart {
  /** `undefined` for the text before the first heading. */
  readonly heading: string | undefined;
  /** 0-based line of the heading; of the first line for the text before it. */
  readonly line: number;
  /** The lines below the heading, joined and untrimmed, so line numbers can be counted in it. */
  readonly markdown: string;
}

/** Splits at second-level headings that stand outside code. */
export function splitAtHeadings(markdown: string): MarkdownPart[] {
  const parts: { heading: string | undefined; line: number; lines: string[] }[] = [
    { heading: undefined, line: 0, lines: [] },
  ];
  parseLines(markdown).forEach(({ text, isCode }, line) => {
    const heading = isCode ? undefined : /^##[ \t]+(.*?)[ \t]*$/.exec(text)?.[1];
    if (heading !== undefined) parts.push({ heading, line, lines: [] });
    else parts.at(-1)?.lines.push(text);
  });
  return parts.map(({ heading, line, lines }) => ({ heading, line, markdown: lines.join('\n') }));
}

/** The items of a flat bullet list, each with its continuation lines joined by a space. */
export function parseBullets(markdown: string): string[] {
  const items: string[] = [];
  for (const { text } of parseLines(markdown)) {
    const item = /^[-*][ \t]+(.*)$/.exec(text)?.[1];
    if (item !== undefined) items.push(item.trim());
    else if (text.trim() !== '' && items.length > 0) items.push(`${items.pop() ?? ''} ${text.trim()}`);
  }
  return items;
}
