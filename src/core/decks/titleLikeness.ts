/** A title's words, for comparing it with others. */
export interface TitleWords {
  readonly words: readonly string[];
  /** The sum of the words' weights. */
  readonly weight: number;
}

/** A deck is read again and again while somebody writes in it, and its titles are the same but for one. */
const titleKeys = new Map<string, string>();
const mostKept = 20_000;

/** What two titles have in common however they are written: letters and digits in small, with single spaces. */
export function titleKeyOf(title: string): string {
  const kept = titleKeys.get(title);
  if (kept !== undefined) return kept;
  const key = wordsIn(title).join(' ') || title.trim();
  if (titleKeys.size >= mostKept) titleKeys.clear();
  titleKeys.set(title, key);
  return key;
}

/** Longer titles are compared by their beginning. */
const mostWords = 32;
const longestWord = 40;

export function readTitle(title: string): TitleWords {
  const words = wordsIn(title)
    .flatMap(splitUnspaced)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
  return { words, weight: words.reduce((sum, word) => sum + weightOf(word), 0) };
}

function wordsIn(title: string): string[] {
  return (
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? []
  );
}

/** Where words are written without spaces between, each character is one. */
function splitUnspaced(word: string): string[] {
  return /^[a-z0-9]+$/.test(word)
    ? [word]
    : (word.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|./gsu) ?? []).reduce<
        string[]
      >(joinSpaced, []);
}

function joinSpaced(words: string[], character: string): string[] {
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
  const last = words.at(-1);
  if (last === undefined || isUnspaced.test(character) || isUnspaced.test(last)) return [...words, character];
  words[words.length - 1] = last + character;
  return words;
}

/** What nearly every question has. */
const commonWords = new Set(
  `a an and are as at be between by can do does explain for from give has have how i if in is it its mean meant not of on
  or that the their them they this to use used was we were what when where which who why with would you your`.split(
    /\s+/,
  ),
);

/** Little where nearly every question has the word. */
export function weightOf(word: string): number {
  return commonWords.has(word) ? 0.1 : 1;
}

/**
 * How much of two titles is the same, from 0 to 1: of the words' weights, the part in the longest sequence of words that
 * both have in the same order. A word with a slip of the pen counts nearly as the word.
 */
export function likenessOf(one: TitleWords, other: TitleWords): number {
  if (one.weight + other.weight === 0) return 0;
  let above = new Array<number>(other.words.length + 1).fill(0);
  for (const word of one.words) {
    const row = [0];
    for (const [at, against] of other.words.entries()) {
      const apart = Math.max(row[at] ?? 0, above[at + 1] ?? 0);
      const credit = creditOf(word, against);
      row.push(credit === 0 ? apart : Math.max(apart, (above[at] ?? 0) + credit));
    }
    above = row;
  }
  return (2 * (above.at(-1) ?? 0)) / (one.weight + other.weight);
}

/** Whether both name the same numbers in the same order: *top-1* is not *top-5*. */
export function haveSameNumbers(one: TitleWords, other: TitleWords): boolean {
  const numbersOf = ({ words }: TitleWords) => words.filter((word) => /\d/.test(word)).join(' ');
  return numbersOf(one) === numbersOf(other);
}

function creditOf(word: string, other: string): number {
  if (word === other) return weightOf(word);
  const length = Math.max(word.length, other.length);
  const most = length >= 9 ? 2 : 1;
  if (Math.min(word.length, other.length) < 4 || Math.abs(word.length - other.length) > most) return 0;
  if (word[0] !== other[0] && word.at(-1) !== other.at(-1)) return 0;
  if (/\d/.test(word + other) || countSlips(word, other) > most) return 0;
  // A letter changes a short word: LoRA, QLoRA.
  return Math.min(weightOf(word), weightOf(other)) * (length < 6 ? 0.5 : 0.9);
}

/** Letters to add, drop, change or swap with their neighbour to make one word the other. */
function countSlips(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1];
      const isSwapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      row.push(
        Math.min(
          (above[to] ?? 0) + 1,
          (row[to - 1] ?? 0) + 1,
          (above[to - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[to - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, above] = [above, row];
  }
  return above.at(-1) ?? 0;
}
