import type { OtherPlace } from './problem';
import { createSpelling } from './spelling';
import { isAddition, keyOfTitle, rootsOfTitle } from './titleWords';

/** Which questions of a deck ask the same, or nearly. A change of a file costs what the file has. */
export interface TitleIndex {
  /** All titles of a file, instead of those before. */
  set(file: string, titles: readonly IndexedTitle[]): void;
  /** The other questions like the one that asks this at this place; the first few of many. */
  find(text: string, file: string, line: number): { same: OtherPlace[]; near: OtherPlace[] };
}

interface IndexedTitle {
  readonly title: string;
  /** From 1. */
  readonly line: number;
  /** All that is asked; the title where that is all. */
  readonly text?: string;
}

/** Titles that are the same but for case and marks, by their files. */
interface Group {
  readonly files: Map<string, readonly OtherPlace[]>;
  /** Sorted; misspelt ones as the right one. */
  readonly roots: readonly string[];
  /** Of the roots' numbers. */
  readonly sum: number;
  /** The sums without one of the roots that may be an addition. */
  readonly shorterSums: readonly number[];
}

/** So many others are named. */
const mostOthers = 3;

/** A question of fewer words is another one with each word more. */
const fewestRoots = 4;

/**
 *     title ──▶ key ──▶ group ──▶ roots ──▶ sum of their numbers
 *
 * Titles with the same roots have the same sum, whatever their order; a title with one root more has that sum when the
 * root's number is taken away. So no two titles are ever compared but those that a sum brings together.
 */
export function createTitleIndex(): TitleIndex {
  const files = new Map<string, ReadonlyMap<string, OtherPlace[]>>();
  const groups = new Map<string, Group>();
  const bySum = new Map<number, Set<Group>>();
  const byShorterSum = new Map<number, Set<Group>>();
  const spell = createSpelling();
  const createGroup = (key: string): Group => {
    const roots = [...new Set(rootsOfTitle(key).map(spell))].sort();
    const sum = roots.reduce((total, root) => total + numberOf(root), 0);
    return { files: new Map(), roots, sum, shorterSums: findShorterSums(roots, sum) };
  };
  const eachSum = (group: Group, change: (sums: Map<number, Set<Group>>, sum: number) => void) => {
    if (group.roots.length === 0) return;
    change(bySum, group.sum);
    for (const sum of group.shorterSums) change(byShorterSum, sum);
  };
  const leave = (file: string, key: string) => {
    const group = groups.get(key);
    group?.files.delete(file);
    if (group?.files.size !== 0) return;
    groups.delete(key);
    eachSum(group, (sums, sum) => {
      const held = sums.get(sum);
      held?.delete(group);
      if (held?.size === 0) sums.delete(sum);
    });
  };
  const enter = (file: string, key: string, places: readonly OtherPlace[]) => {
    const known = groups.get(key);
    const group = known ?? createGroup(key);
    group.files.set(file, places);
    if (known !== undefined) return;
    groups.set(key, group);
    eachSum(group, (sums, sum) => {
      const held = sums.get(sum);
      if (held === undefined) sums.set(sum, new Set([group]));
      else held.add(group);
    });
  };
  return {
    set(file, titles) {
      const next = groupByKey(file, titles);
      for (const key of files.get(file)?.keys() ?? []) if (!next.has(key)) leave(file, key);
      for (const [key, places] of next) enter(file, key, places);
      if (next.size === 0) files.delete(file);
      else files.set(file, next);
    },
    find(text, file, line) {
      const group = groups.get(keyOfTitle(text));
      if (group === undefined) return { same: [], near: [] };
      const isOther = (place: OtherPlace) => place.file !== file || place.line !== line;
      return {
        same: take(placesOf(group), isOther, mostOthers),
        near: findNear(group, bySum, byShorterSum).flatMap((other) => take(placesOf(other), () => true, 1)),
      };
    },
  };
}

function groupByKey(file: string, titles: readonly IndexedTitle[]): Map<string, OtherPlace[]> {
  const groups = new Map<string, OtherPlace[]>();
  for (const { title, line, text = title } of titles) {
    const key = keyOfTitle(text);
    if (key === '') continue;
    const places = groups.get(key);
    if (places === undefined) groups.set(key, [{ file, line, title }]);
    else places.push({ file, line, title });
  }
  return groups;
}

function* placesOf({ files }: Group): Iterable<OtherPlace> {
  for (const places of files.values()) yield* places;
}

function take<T>(items: Iterable<T>, isWanted: (item: T) => boolean, most: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (isWanted(item)) taken.push(item);
    if (taken.length === most) break;
  }
  return taken;
}

type Sums = ReadonlyMap<number, ReadonlySet<Group>>;

/** The first few groups with the same roots, or with one more or less. */
function findNear(group: Group, bySum: Sums, byShorterSum: Sums): Group[] {
  const near = (sums: Sums, sum: number, isNear: (other: Group) => boolean) =>
    take(
      take(sums.get(sum) ?? [], (other) => other !== group, mostOthers),
      isNear,
      mostOthers,
    );
  const same = near(bySum, group.sum, ({ roots }) => hasSame(roots, group.roots));
  const shorter = group.shorterSums.flatMap((sum) =>
    near(bySum, sum, ({ roots }) => hasOneMore(group.roots, roots)),
  );
  const longer =
    group.roots.length < fewestRoots
      ? []
      : near(byShorterSum, group.sum, ({ roots }) => hasOneMore(roots, group.roots));
  return [...same, ...shorter, ...longer].slice(0, mostOthers);
}

function findShorterSums(roots: readonly string[], sum: number): number[] {
  if (roots.length <= fewestRoots) return [];
  return roots.filter(isAddition).map((root) => sum - numberOf(root));
}

function hasSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((root, at) => root === others[at]);
}

/** Both are sorted. */
function hasOneMore(some: readonly string[], others: readonly string[]): boolean {
  const at = some.findIndex((root, number) => root !== others[number]);
  return some.length === others.length + 1 && hasSame([...some.slice(0, at), ...some.slice(at + 1)], others);
}

/** 46 bits, so that sums of 40 stay whole numbers (FNV-1a twice). */
function numberOf(root: string): number {
  let [low, high] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < root.length; at++) {
    low = Math.imul(low ^ root.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ root.charCodeAt(at), 0x85ebca6b);
  }
  return (low >>> 0) * 0x4000 + ((high >>> 0) & 0x3fff);
}
