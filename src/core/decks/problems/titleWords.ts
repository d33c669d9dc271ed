import { stem } from '../../search/words';

/** What every question may have: it makes no question another one. `How` and `why` do. */
const empty = new Set(
  `a an the of in on to for is are was were be been am do does did can could should would will shall may might you your we
  our i me my us it its this that these those and or with at by from as than then so please what which whats define explain
  describe tell discuss give state between vs versus briefly`.split(/\s+/),
);

/** With one of these more, it is another question. */
const turning = new Set(
  'not no without never non except dis how why when where who if instead before after'.split(' '),
);

const longestTitle = 2000;
const mostWords = 40;

/** Titles of one key are the same to a reader: case, emphasis, quotation marks and the mark at the end don't count. */
export function keyOfTitle(title: string): string {
  return title
    .slice(0, longestTitle)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`"'“”‘’«»]+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.:;,…]+$/, '')
    .trim();
}

/** The words that make a title, as roots, each once. */
export function rootsOfTitle(key: string): string[] {
  const plain = /[^\x20-\x7e]/.test(key) ? key.normalize('NFKD').replace(/\p{M}/gu, '') : key;
  const words = plain.match(/[\p{L}\p{N}]+[+#]*|[<>=≤≥≠]+/gu) ?? [];
  const telling = words.slice(0, mostWords).filter((word) => !empty.has(word));
  return [...new Set(telling.map(rootOf))];
}

/** `scaled`, `scaling` and `scales` are forms of `scale`: as much as tells inflections, and no more. */
function rootOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const singular = stem(word);
  const bare = singular.replace(/(?<=[a-z]{3})(?:ing|(?<!e)ed)$/, '');
  const single = bare === singular ? bare : bare.replace(/([bdgklmnprt])\1$/, '$1');
  return single.length > 3 ? single.replace(/e$/, '') : single;
}

/** A word that may be added to a question without making it another one. */
export function isAddition(root: string): boolean {
  return !turning.has(root) && !/[\d<>=]/.test(root);
}

/** Only long words of plain letters are taken for misspelt: `GPT-2` is not `GPT-3`, and `BERT` is not `BART`. */
export function mayBeMisspelt(word: string): boolean {
  return /^[a-z]{6,24}$/.test(word);
}

/** One letter more, less, other, or two swapped; not the first one, which tells `encoder` from `decoder`. */
export function isOneLetterOff(one: string, other: string): boolean {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.length !== b.length) return a.length > b.length ? a.slice(1) === b : b.slice(1) === a;
  return a.slice(1) === b.slice(1) || (a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0]);
}
