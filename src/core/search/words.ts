/** Lower case, no accents, one word per run of letters and digits; `KVCache` and `kv_cache` are two words. */
export function tokenize(text: string): string[] {
  return (isAscii(text) ? splitAscii(text) : splitAny(text)).map(stem);
}

/** Nearly all text is, and it takes a third of the time. */
function isAscii(text: string): boolean {
  return !/[^ -~\s]/.test(text);
}

function splitAscii(text: string): string[] {
  const split = text.replace(/[a-z](?=[A-Z][a-z])|[A-Z](?=[A-Z][a-z]{2})/g, '$& ');
  return split.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function splitAny(text: string): string[] {
  const split = text.replace(/\p{Ll}(?=\p{Lu}\p{Ll})|\p{Lu}(?=\p{Lu}\p{Ll}{2})/gu, '$& ');
  const plain = split.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A plural finds its singular: enough stemming for questions, and none that surprises. */
export function stem(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return 'siu'.includes(word.charAt(word.length - 2)) ? word : word.slice(0, -1);
}

/** What every question has, and what an interviewer begins with: it tells no question from another. */
const common = new Set(
  tokenize(
    `a an and are as at be been but by can could did do does for from give had has have how i if in into is it its let
    me my of on or our out should so tell than that the their them then there these they this those to us versus vs
    was we were what when where which who whose why will with would you your about between describe discuss define
    explain work`,
  ),
);

/** The words that tell something; all of them when none does. */
export function dropCommon(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
}

/** `retrieval-augmented generation` is looked for as `rag`. */
export function initialsOf(words: readonly string[]): string[] {
  if (words.length < 2 || words.length > 5) return [];
  return [words.map((word) => word[0] ?? '').join('')];
}

/** `few-shot` and `CrossEntropyLoss` are looked for as `fewshot`, `crossentropy` and `crossentropyloss`. */
export function compoundsOf(text: string): string[] {
  const chunks = text.split(/[^\p{L}\p{N}_-]+/u).filter((chunk) => /[_-]|\p{Ll}\p{Lu}/u.test(chunk));
  return chunks.flatMap((chunk) => joinWords(tokenize(chunk)));
}

/** Neighbours as one word, and all as one where they are few. */
export function joinWords(words: readonly string[]): string[] {
  const pairs = words.slice(1).map((word, number) => (words[number] ?? '') + word);
  return words.length > 2 && words.length < 7 ? [...pairs, words.join('')] : pairs;
}
