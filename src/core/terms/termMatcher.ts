import type { QuestionSummary } from '../bank/question';

/** A term that stands in a text. */
export interface TermMatch {
  /** UTF-16 offsets in the text: the first unit of the match, and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** As the question lists it. */
  readonly term: string;
  /** The questions that list it, the one that lists it first in its own terms first. Never empty. */
  readonly ids: readonly string[];
}

export interface TermMatcher {
  /** Every term of the text, from left to right, none within another. Linear in the text. */
  matchAll(text: string): TermMatch[];
  /** The term at an offset of a line; in a very long line only the neighbourhood is looked at. */
  matchAt(line: string, offset: number): TermMatch | undefined;
}

/*
 * The terms are a trie of letters and digits in lower case. Where a term has a break (a space, `_`, a dash, `.` or a
 * change of case) a text may have one, too, or not: both ways are in the trie. Other marks within a term, such as the
 * `=` of `bf16=True`, a text must have as well.
 *
 *   "KV cache"   k ─ v ─┬─ c ─ a ─ c ─ h ─ e ●      kvcache, KVCache
 *                       └─ ␣ ─ c ─ a ─ c ─ h ─ e ●  kv_cache, KV cache, kv-cache
 */
interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

interface Entry {
  readonly term: string;
  readonly id: string;
  /** The place of the term in its question's list: the lower, the more the question is about it. */
  readonly rank: number;
}

/** Around an offset in a longer line, so many characters on each side are looked at. */
const windowCharacters = 500;

/** A term with more breaks is told apart by the first ones, and has the rest as it is written: variants fill memory. */
const mostBreaks = 5;

export function createTermMatcher(questions: readonly Pick<QuestionSummary, 'id' | 'terms'>[]): TermMatcher {
  const root = createNode();
  for (const { id, terms } of questions) {
    terms.forEach((term, rank) => addTerm(root, { term, id, rank }));
  }
  const matchAll = (text: string) => {
    const matches: TermMatch[] = [];
    for (let at = 0; at < text.length;) {
      const match = isPartStart(text, at) ? matchFrom(root, text, at) : undefined;
      if (match !== undefined) matches.push(match);
      at = match?.end ?? at + 1;
    }
    return matches;
  };
  return {
    matchAll,
    matchAt(line, offset) {
      const from = Math.max(0, offset - windowCharacters);
      const found = matchAll(line.slice(from, offset + windowCharacters)).find(
        ({ start, end }) => from + start <= offset && offset <= from + end,
      );
      return found && { ...found, start: from + found.start, end: from + found.end };
    },
  };
}

function createNode(): Node {
  return { next: new Map(), entries: [] };
}

function addTerm(root: Node, entry: Entry): void {
  const parts = splitParts(entry.term);
  // A single letter would be found in every text.
  if (parts.map(({ text }) => text).join('').length < 2) return;
  for (const spelling of spellingsOf(parts)) {
    let node = root;
    for (const character of spelling) {
      let next = node.next.get(character);
      if (next === undefined) node.next.set(character, (next = createNode()));
      node = next;
    }
    node.entries.push(entry);
  }
}

/** A run of letters and digits within one change of case, in lower case. */
interface Part {
  readonly text: string;
  /** What stands before it, a space for each break: nothing at a change of case. */
  readonly before: string;
}

const partPattern = /([^\p{L}\p{N}]*)([\p{L}\p{N}]+?)(?=[^\p{L}\p{N}]|$|(?<=\p{Ll}|\d)\p{Lu})/gu;

function splitParts(term: string): Part[] {
  return [...term.matchAll(partPattern)].map(([, marks = '', text = '']) => ({
    text: text.toLowerCase(),
    before: marks.split('').map(readCharacter).join(''),
  }));
}

function spellingsOf(parts: readonly Part[]): string[] {
  return parts.reduce<string[]>(
    (spellings, { text, before }, number) => {
      if (number === 0) return [text];
      const isAsWritten = number > mostBreaks || before.trim() !== '';
      const gaps = isAsWritten ? [before] : [...new Set([' ', '', before])];
      return gaps.flatMap((gap) => spellings.map((spelling) => spelling + gap + text));
    },
    [''],
  );
}

/** The longest term that starts here and ends where a part of the text ends. */
function matchFrom(root: Node, text: string, start: number): TermMatch | undefined {
  let node: Node | undefined = root;
  let best: TermMatch | undefined;
  for (let at = start; at < text.length; at++) {
    node = node.next.get(readCharacter(text[at] ?? ''));
    if (node === undefined) break;
    const end = endOfPart(text, at + 1);
    if (end === undefined || node.entries.length === 0) continue;
    const entries = node.entries
      .filter(({ term }) => isMeant(term, text, start, end))
      .sort((a, b) => a.rank - b.rank);
    const [first] = entries;
    if (first === undefined) continue;
    best = { start, end, term: first.term, ids: [...new Set(entries.map(({ id }) => id))] };
  }
  return best;
}

/** A letter in lower case, a space for a break, another mark as it is. */
function readCharacter(character: string): string {
  if (isLetter(character)) return character.toLowerCase();
  return /[\s_.\-\u2010-\u2015]/.test(character) ? ' ' : character.replace('’', "'");
}

/** The end of a match that reaches up to `at`, a plural s included; `undefined` in the middle of a part. */
function endOfPart(text: string, at: number): number | undefined {
  if (isPartEnd(text, at)) return at;
  return /[sS]/.test(text[at] ?? '') && isPartEnd(text, at + 1) ? at + 1 : undefined;
}

function isPartStart(text: string, at: number): boolean {
  const [before = '', here = '', after = ''] = [text[at - 1], text[at], text[at + 1]];
  if (!isLetter(here)) return false;
  if (!isLetter(before)) return true;
  return isUpper(here) && (!isUpper(before) || (isLetter(after) && !isUpper(after)));
}

function isPartEnd(text: string, at: number): boolean {
  return !isLetter(text[at] ?? '') || isPartStart(text, at);
}

/**
 * A short name in capitals is a common word in small letters (RAG, a rag), so in prose it must stand as it is
 * written. Inside an identifier it may be written as identifiers are: `lora_alpha`, `LoraConfig`.
 */
function isMeant(term: string, text: string, start: number, end: number): boolean {
  const isAbbreviation = /^[\p{L}\p{N}-]{2,8}$/u.test(term) && (term.match(/\p{Lu}/gu) ?? []).length >= 2;
  if (!isAbbreviation) return isSameShape(term, text.slice(start, end));
  const found = text.slice(start, end);
  if (found === term || found === `${term}s`) return true;
  return /[\p{L}\p{N}_]/u.test((text[start - 1] ?? ' ') + (text[end] ?? ' ')) || text[start - 1] === '_';
}

/** A term with one-letter parts, such as `d_k`, means nothing when it is spread over words. */
function isSameShape(term: string, found: string): boolean {
  return !splitParts(term).some((part) => part.text.length === 1) || !/\s/.test(found) || /\s/.test(term);
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isUpper(character: string): boolean {
  return /\p{Lu}/u.test(character);
}
