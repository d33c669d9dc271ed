import type { FreshQuestion, KnownQuestion } from './identity';
import { haveSameNumbers, likenessOf, readTitle, weightOf, type TitleWords } from './titleLikeness';

/** A question that is gone and one that is new, and how near they are. */
export interface LikePair {
  readonly known: KnownQuestion;
  readonly fresh: FreshQuestion;
  readonly score: number;
  /** Near enough to be the same, if no other is as near. */
  readonly isCertain: boolean;
}

const certainInSameFile = 0.7;
const certainWithSameAnswer = 0.5;
const offeredInSameFile = 0.4;
/** Half of the words. */
const offeredAnywhere = 0.5;

/** So many are compared with one question at most, by file, by answer and by word. */
const mostCandidates = 24;

/** The pairs that may be the same question. All that is unchanged has been taken out before: there are few. */
export function gatherLikePairs(
  known: readonly KnownQuestion[],
  fresh: readonly FreshQuestion[],
): LikePair[] {
  if (known.length === 0 || fresh.length === 0) return [];
  const titles = new Map(known.map((question) => [question, readTitle(question.title)]));
  const blocks = createBlocks(titles);
  return fresh.flatMap((question) => {
    const title = readTitle(question.title);
    return [...candidatesOf(question, title, blocks)].flatMap((candidate) => {
      const words = titles.get(candidate);
      return words === undefined ? [] : compare(candidate, words, question, title);
    });
  });
}

function compare(
  known: KnownQuestion,
  knownTitle: TitleWords,
  fresh: FreshQuestion,
  title: TitleWords,
): LikePair[] {
  const likeness = likenessOf(knownTitle, title);
  const isSameFile = known.file === fresh.file;
  const isSameAnswer = known.answerKey !== undefined && known.answerKey === fresh.answerKey;
  const isCertain =
    (isSameAnswer && likeness >= certainWithSameAnswer) ||
    (isSameFile && likeness >= certainInSameFile && haveSameNumbers(knownTitle, title));
  const isOffered =
    isSameAnswer || known.id === fresh.id || likeness >= (isSameFile ? offeredInSameFile : offeredAnywhere);
  if (!isCertain && !isOffered) return [];
  const score = likeness + (isSameAnswer ? 0.5 : 0) + (isSameFile ? 0.2 : 0);
  return [{ known, fresh, score, isCertain }];
}

type Blocks = ReadonlyMap<string, readonly KnownQuestion[]>;

/**
 * The known questions under all that a candidate may share: `file x.md`, `answer 4f2a`, `id a`, `word lora`. A block is
 * given up once it is too large to be looked into.
 */
function createBlocks(titles: ReadonlyMap<KnownQuestion, TitleWords>): Blocks {
  const blocks = new Map<string, KnownQuestion[]>();
  const add = (key: string, question: KnownQuestion) => {
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [question]);
    else if (block.length <= mostCandidates) block.push(question);
  };
  for (const [question, { words }] of titles) {
    for (const key of keysOf(question)) add(key, question);
    for (const word of new Set(words)) add(`word ${word}`, question);
  }
  return blocks;
}

function keysOf({ id, file, answerKey }: KnownQuestion): string[] {
  return [`id ${id}`, ...(answerKey === undefined ? [] : [`answer ${answerKey}`]), `file ${file}`];
}

/** From the blocks that are small: one that many share tells nothing. */
function candidatesOf(question: FreshQuestion, { words }: TitleWords, blocks: Blocks): Set<KnownQuestion> {
  const found = new Set<KnownQuestion>();
  const shared = (key: string) => blocks.get(key) ?? [];
  const byWord = [...new Set(words)]
    .map((word) => ({ word, block: shared(`word ${word}`) }))
    .sort(
      (one, other) =>
        one.block.length - other.block.length ||
        weightOf(other.word) - weightOf(one.word) ||
        (one.word < other.word ? -1 : 1),
    );
  for (const block of [...keysOf(question).map(shared), ...byWord.map(({ block }) => block)]) {
    if (block.length > mostCandidates) continue;
    for (const known of block) found.add(known);
    if (found.size >= 3 * mostCandidates) break;
  }
  return found;
}
