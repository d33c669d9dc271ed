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
 * The terms are a trie of letters and digits in lower case. Where a term has a break (a space, `_`, `-`, `.` or a
 * change of case) a text may have one, too, or not: both ways are in the trie.
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

/** A term with more breaks is told apart by the first ones; more variants would only fill memory. */
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
  for (const spelling of spellingsOf(parts)) {
    let node = root;
    for (const character of spelling) {
      let next = node.next.get(character);
      if (next === undefined) node.next.set(character, (next = createNode()));
      node = next;
    }
    if (node !== root && !node.entries.some(({ id }) => id === entry.id)) node.entries.push(entry);
  }
}

/** `KV cache` and `past_key_values` as lower-case parts: what a break may stand between. */
function splitParts(term: string): string[] {
  return term
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function spellingsOf(parts: readonly string[]): string[] {
  return parts.reduce<string[]>(
    (spellings, part, number) => {
      if (number === 0) return [part];
      const broken = spellings.map((spelling) => `${spelling} ${part}`);
      return number > mostBreaks ? broken : [...broken, ...spellings.map((spelling) => spelling + part)];
    },
    [''],
  );
}

/** The longest term that starts here and ends where a part of the text ends. */
function matchFrom(root: Node, text: string, start: number): TermMatch | undefined {
  let node: Node | undefined = root;
  let best: TermMatch | undefined;
  for (let at = start; at < text.length; at++) {
    node = node.next.get(readCharacter(text, at));
    if (node === undefined) break;
    const end = endOfPart(text, at + 1);
    if (end === undefined || node.entries.length === 0) continue;
    const entries = node.entries.filter(({ term }) => isMeant(term, text, start, end));
    const [first] = [...entries].sort((a, b) => a.rank - b.rank);
    if (first === undefined) continue;
    const ids = [...entries].sort((a, b) => a.rank - b.rank).map(({ id }) => id);
    best = { start, end, term: first.term, ids };
  }
  return best;
}

function readCharacter(text: string, at: number): string {
  const character = text[at] ?? '';
  return isLetter(character) ? character.toLowerCase() : /[\s_.-]/.test(character) ? ' ' : character;
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
  return !splitParts(term).some((part) => part.length === 1) || !/\s/.test(found) || /\s/.test(term);
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isUpper(character: string): boolean {
  return /\p{Lu}/u.test(character);
}
