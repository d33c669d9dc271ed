import { saysAll } from './ids';
import { gatherLikePairs } from './likePairs';
import { titleKeyOf } from './titleLikeness';

/** A question as it was when its deck was read before. */
export interface KnownQuestion {
  /** What its history hangs on. */
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** A short hash of the answer; `undefined` where there is none, or one so short that others have the same. */
  readonly answerKey?: string | undefined;
}

/** A question as it is read now. */
export interface FreshQuestion extends KnownQuestion {
  /** Computed from the file's own id or from the title. Unique among the fresh ones. */
  readonly id: string;
  readonly line: number;
  /** The file itself names the question, and no other so: that counts more than its title. */
  readonly hasOwnId: boolean;
  /** It was in the deck beside the known ones, so it is none of them under another title. */
  readonly wasThere: boolean;
}

/** A question that is gone and a new one that may be the same: a person is to say. */
export interface SameQuestionOffer {
  readonly oldId: string;
  readonly oldTitle: string;
  /** The fresh question's computed id. */
  readonly newId: string;
  readonly newTitle: string;
}

export interface Identities {
  /** Computed id to the id that the question has; those that are the same are left out. */
  readonly ids: ReadonlyMap<string, string>;
  readonly offers: readonly SameQuestionOffer[];
}

/** Whether somebody has said that two are not the same. */
export type IsRefused = (oldId: string, newId: string) => boolean;

/**
 * Gives each fresh question the id that it is known by, so that its history stays with it:
 *
 * 1. the title and the answer, whatever else; else the file's own id; else the title, whatever its number, place or
 *    file — of several with one title, the one with the same answer, file or computed id, in that order of weight;
 * 2. else a title that changed a little, in the same file or with the same answer, if no other comes as near;
 * 3. else the computed id.
 *
 * Where one is gone and a new one comes near, but not near enough, it is offered rather than guessed. A new question
 * never gets the id of another. The order of either list doesn't matter.
 */
export function keepIdentities(
  known: readonly KnownQuestion[],
  fresh: readonly FreshQuestion[],
  isRefused: IsRefused = () => false,
): Identities {
  if (known.length === 0) return { ids: new Map(), offers: [] };
  const left = findChanged(known, fresh);
  const pairs: Pairs = new Map();
  const offers: SameQuestionOffer[] = [];
  if (left.known.size > 0 && left.fresh.size > 0) {
    pairExactly(left, pairs);
    const like = gatherLikePairs([...left.known], newOnes(left)).filter(
      (pair) => !isRefused(pair.known.id, pair.fresh.id),
    );
    for (const pair of pickClear(like.filter(({ isCertain }) => isCertain))) {
      take(left, pairs, pair.fresh, pair.known);
    }
    pairById(left, pairs);
    offers.push(...pickOffers(like, left));
  }
  return { ids: assignIds(known, fresh, left, pairs), offers };
}

/** What has found no other yet. */
interface Left {
  readonly known: Set<KnownQuestion>;
  readonly fresh: Set<FreshQuestion>;
}

type Pairs = Map<FreshQuestion, KnownQuestion>;

function take(left: Left, pairs: Pairs, fresh: FreshQuestion, known: KnownQuestion): void {
  pairs.set(fresh, known);
  left.fresh.delete(fresh);
  left.known.delete(known);
}

/** Leaves out the questions about which nothing has changed: nearly all, nearly always. */
function findChanged(known: readonly KnownQuestion[], fresh: readonly FreshQuestion[]): Left {
  const byId = new Map(known.map((question) => [question.id, question]));
  const changed = new Set<FreshQuestion>();
  for (const question of fresh) {
    const same = byId.get(question.id);
    if (
      same !== undefined &&
      same.title === question.title &&
      same.file === question.file &&
      same.answerKey === question.answerKey
    ) {
      byId.delete(question.id);
    } else changed.add(question);
  }
  return { known: new Set(byId.values()), fresh: changed };
}

function newOnes({ known, fresh }: Left): FreshQuestion[] {
  return known.size === 0 ? [] : [...fresh].filter(({ wasThere }) => !wasThere);
}

/** Each step pairs what it is sure of, and leaves the rest to the next. */
function pairExactly(left: Left, pairs: Pairs): void {
  const titleKeys = new Set([...left.known].map(({ title }) => titleKeyOf(title)));
  const knownIds = new Set([...left.known].map(({ id }) => id));
  const keys = new Map<KnownQuestion, string>(
    [...left.known].map((known) => [known, titleKeyOf(known.title)]),
  );
  // Most of a deck is new to us, since nobody has studied it yet, and has nothing to do with what has changed.
  const near = [...left.fresh].filter((question) => {
    const key = titleKeyOf(question.title);
    const isNear = titleKeys.has(key) || knownIds.has(question.id);
    if (isNear) keys.set(question, key);
    return isNear;
  });
  const titled = (question: KnownQuestion, ...more: readonly (string | undefined)[]) =>
    more.includes(undefined) ? undefined : [keys.get(question), ...more].join('\n');
  const ownIds = (question: KnownQuestion | FreshQuestion) =>
    'hasOwnId' in question && !question.hasOwnId ? undefined : question.id;
  for (const keyOf of [
    (question) => titled(question, question.answerKey, question.file),
    (question) => titled(question, question.answerKey),
    ownIds,
    (question) => titled(question, question.file),
    (question) => titled(question, question.id),
    (question) => titled(question),
  ] satisfies KeyOf[]) {
    pairBy(left, near, pairs, keyOf);
  }
}

type KeyOf = (question: KnownQuestion | FreshQuestion) => string | undefined;

/** Of several with one key, those with one id first, the others in their order. */
function pairBy(left: Left, near: readonly FreshQuestion[], pairs: Pairs, keyOf: KeyOf): void {
  if (left.known.size === 0) return;
  const known = groupBy(left.known, keyOf);
  const unpaired = near.filter((question) => left.fresh.has(question));
  for (const [key, fresh] of groupBy(unpaired, keyOf)) {
    const candidates = new Map((known.get(key) ?? []).sort(byId).map((question) => [question.id, question]));
    const pair = (question: FreshQuestion, same: KnownQuestion) => {
      take(left, pairs, question, same);
      candidates.delete(same.id);
    };
    if (candidates.size === 0) continue;
    for (const question of fresh) {
      const same = candidates.get(question.id);
      if (same !== undefined) pair(question, same);
    }
    for (const question of fresh.sort(byPlace)) {
      const [next] = candidates.values();
      if (next === undefined) break;
      if (!pairs.has(question)) pair(question, next);
    }
  }
}

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

function byPlace(one: FreshQuestion, other: FreshQuestion): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || byId(one, other);
}

interface Pair {
  readonly known: KnownQuestion;
  readonly fresh: FreshQuestion;
  readonly score: number;
}

/** How much nearer than the next one the nearest must be. */
const clearBy = 0.05;

/** The pairs that are each other's nearest by far. */
function pickClear<T extends Pair>(pairs: readonly T[]): T[] {
  const nearest = new Map<KnownQuestion, { best: T; next: number }>();
  for (const pair of pairs) {
    for (const end of [pair.known, pair.fresh]) {
      const found = nearest.get(end);
      if (found === undefined) nearest.set(end, { best: pair, next: -Infinity });
      else if (pair.score > found.best.score) nearest.set(end, { best: pair, next: found.best.score });
      else found.next = Math.max(found.next, pair.score);
    }
  }
  const isClear = (pair: T, end: KnownQuestion) => {
    const found = nearest.get(end);
    return found?.best === pair && pair.score - found.next >= clearBy;
  };
  return pairs.filter((pair) => isClear(pair, pair.known) && isClear(pair, pair.fresh));
}

/**
 * A title that went back to what it was. An id says nothing where it lacks letters of its title: *Что такое LoRA?* and
 * *Зачем нужна LoRA?* are both `lora`, and long titles that begin alike have one id.
 */
function pairById(left: Left, pairs: Pairs): void {
  const known = new Map([...left.known].map((question) => [question.id, question]));
  for (const question of left.fresh) {
    const same = known.get(question.id);
    const { title } = question;
    if (same !== undefined && /^[a-z0-9 ]+$/.test(titleKeyOf(title)) && saysAll(title))
      take(left, pairs, question, same);
  }
}

/** The nearest first, each question once. */
function pickOffers(like: readonly Pair[], left: Left): SameQuestionOffer[] {
  const free = new Set<KnownQuestion>([...left.known, ...left.fresh]);
  const sorted = [...like].sort(
    (one, other) => other.score - one.score || byId(one.known, other.known) || byId(one.fresh, other.fresh),
  );
  const picked = sorted.filter(
    ({ known, fresh }) => free.has(known) && free.has(fresh) && free.delete(known) && free.delete(fresh),
  );
  return picked
    .map(({ known, fresh }) => ({
      oldId: known.id,
      oldTitle: known.title,
      newId: fresh.id,
      newTitle: fresh.title,
    }))
    .sort((one, other) => (one.newId < other.newId ? -1 : 1));
}

function assignIds(
  known: readonly KnownQuestion[],
  fresh: readonly FreshQuestion[],
  left: Left,
  pairs: Pairs,
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [question, same] of pairs) if (question.id !== same.id) ids.set(question.id, same.id);
  if (left.fresh.size === 0) return ids;
  const knownIds = new Set(known.map(({ id }) => id));
  const inTheWay = [...left.fresh].filter(({ id }) => knownIds.has(id));
  if (inTheWay.length === 0) return ids;
  const taken = new Set([...knownIds, ...fresh.map(({ id }) => id)]);
  for (const { id } of inTheWay.sort(byId)) {
    let count = 2;
    while (taken.has(`${id}-${String(count)}`)) count++;
    ids.set(id, `${id}-${String(count)}`);
    taken.add(`${id}-${String(count)}`);
  }
  return ids;
}
