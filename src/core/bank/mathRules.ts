/** Of markdown-it, as much as the mathematics needs. */
export interface MathParser {
  readonly inline: {
    readonly ruler: {
      before(next: string, name: string, rule: (state: InlineState, silent: boolean) => boolean): void;
    };
  };
  readonly block: {
    readonly ruler: {
      before(
        next: string,
        name: string,
        rule: (state: BlockState, startLine: number, endLine: number, silent: boolean) => boolean,
        options: { readonly alt: string[] },
      ): void;
    };
  };
}

interface MathToken {
  block: boolean;
  content: string;
  meta: unknown;
  map: [number, number] | null;
}

interface InlineState {
  readonly src: string;
  pos: number;
  readonly posMax: number;
  push(type: string, tag: string, nesting: 0): MathToken;
}

interface BlockState {
  readonly src: string;
  readonly bMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly eMarks: readonly number[];
  line: number;
  push(type: string, tag: string, nesting: 0): MathToken;
}

/** What a token of the type `math` carries in `meta`; its TeX is its `content`. */
export interface MathMeta {
  readonly isDisplay: boolean;
}

/** A display formula of more lines is none: the search for its end must not run to the text's end from each `$$`. */
const mostLines = 100;

/**
 * Adds `$…$` within a line and `$$…$$` within a line or over several, as tokens of the type `math`. As in Pandoc, an
 * opening `$` has no space after it, a closing one no space before and no digit after, so that prices stay prices; `\$`
 * is a dollar.
 */
export function addMathRules(parser: MathParser): void {
  parser.inline.ruler.before('escape', 'math', (state, silent) => {
    if (state.src[state.pos] !== '$') return false;
    const found = findInline(state.src, state.pos, state.posMax);
    if (found === undefined) return false;
    if (!silent) pushMath(state, found.tex, found.isDisplay);
    state.pos = found.end;
    return true;
  });

  addDisplayRule(parser, { name: 'math_block', open: '$$', close: '$$', isTex: () => true });
}

/** A formula within a line, as a token. */
export function pushMath(state: InlineState, tex: string, isDisplay: boolean): void {
  const token = state.push('math', 'span', 0);
  token.content = tex;
  token.meta = { isDisplay } satisfies MathMeta;
}

/** What encloses a display formula, and which text between is one. */
export interface DisplayRule {
  readonly name: string;
  readonly open: string;
  readonly close: string;
  isTex(text: string): boolean;
}

/** Adds a display formula that stands between `open` at a line's beginning and `close` at a line's end. */
export function addDisplayRule(parser: MathParser, { name, open, close, isTex }: DisplayRule): void {
  parser.block.ruler.before(
    'fence',
    name,
    (state, startLine, endLine, silent) => {
      const first = lineOf(state, startLine);
      if (!first.startsWith(open)) return false;
      const lines: string[] = [];
      for (let line = startLine; line < Math.min(endLine, startLine + mostLines); line++) {
        const text = line === startLine ? first.slice(open.length) : lineOf(state, line);
        const isEnd = text.trimEnd().endsWith(close);
        if (line > startLine && text.trim() === '') return false;
        lines.push(isEnd ? text.trimEnd().slice(0, -close.length) : text);
        if (!isEnd) continue;
        const tex = lines.join('\n').trim();
        if (!isTex(tex)) return false;
        if (silent) return true;
        const token = state.push('math', 'div', 0);
        token.block = true;
        token.content = tex;
        token.meta = { isDisplay: true } satisfies MathMeta;
        token.map = [startLine, line + 1];
        state.line = line + 1;
        return true;
      }
      return false;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

interface Found extends MathMeta {
  readonly tex: string;
  readonly end: number;
}

function findInline(source: string, start: number, end: number): Found | undefined {
  const marker = source.startsWith('$$', start) ? '$$' : '$';
  const from = start + marker.length;
  if (/\s/.test(source[from] ?? ' ')) return undefined;
  for (let at = source.indexOf(marker, from); at !== -1 && at < end; at = source.indexOf(marker, at + 1)) {
    if (source[at - 1] === '\\') continue;
    const tex = source.slice(from, at);
    const after = source[at + marker.length] ?? '';
    if (tex === '' || /\s$/.test(tex) || (marker === '$' && /\d/.test(after))) return undefined;
    return { tex, isDisplay: marker === '$$', end: at + marker.length };
  }
  return undefined;
}

function lineOf(state: BlockState, line: number): string {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(from, state.eMarks[line] ?? from);
}
