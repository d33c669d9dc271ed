import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import type { Formula } from './parser';

/** A display formula of more lines is none: the search for its end must not run to the text's end from each `$$`. */
const mostLines = 100;

/**
 * Adds `$…$` within a line and `$$…$$` within a line or over several. As in Pandoc, an opening `$` has no space after
 * it, a closing one no space before and no digit after, so that prices stay prices; `\$` is a dollar.
 */
export function addMath(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math', (state, silent) => {
    if (state.src[state.pos] !== '$') return false;
    const found = findInline(state.src, state.pos, state.posMax);
    if (found === undefined) return false;
    if (!silent) pushMath(state, found);
    state.pos = found.end;
    return true;
  });

  addBlock(md, 'math_block', '$$', '$$', () => true);

  md.renderer.rules.math = (tokens, number, _options, env) => {
    const token = tokens[number];
    if (token === undefined) return '';
    const { isDisplay } = token.meta as { isDisplay: boolean };
    const { formulas, mark = '' } = env as { formulas: Formula[]; mark?: string };
    formulas.push({ tex: token.content, isDisplay });
    const tag = token.block ? 'div' : 'span';
    return `<${tag} data-math="${mark}${String(formulas.length - 1)}"></${tag}>`;
  };
}

/** Adds a display formula that stands between `open` at a line's beginning and `close` at a line's end. */
export function addBlock(
  md: MarkdownIt,
  name: string,
  open: string,
  close: string,
  isTex: (text: string) => boolean,
): void {
  md.block.ruler.before(
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
        token.meta = { isDisplay: true };
        token.map = [startLine, line + 1];
        state.line = line + 1;
        return true;
      }
      return false;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

export function pushMath(state: StateInline, { tex, isDisplay }: Formula): void {
  const token = state.push('math', 'span', 0);
  token.content = tex;
  token.meta = { isDisplay };
}

interface Found extends Formula {
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

function lineOf(state: StateBlock, line: number): string {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(from, state.eMarks[line] ?? from);
}
