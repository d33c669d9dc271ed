import { mergeLogTexts } from './merge';
import { readLines } from './logText';
import { randomText, type Stamps } from './stampEvent';

/** A file of the log's folder, as far as folding looks at it. */
export interface FoldFile {
  readonly name: string;
  /** When it last changed, in milliseconds since 1970. */
  readonly modified: number;
  /** Whether a window that still runs appends to it. */
  readonly isOpen: boolean;
}

/** Small files that belong into one of a month. */
export interface FoldStep {
  /** The file of the month, which may not be there yet. */
  readonly target: string;
  readonly sources: readonly string[];
}

/** A window's file is left alone for a day after its last event: the window may only be asleep. */
export const QUIET_MS = 86_400_000;
/**
 * What was folded is deleted by a later run, when what another window folded at the same time has long been
 * written.
 */
export const SETTLED_MS = 600_000;

const windowFile = /^([a-z0-9]+)-(\d{4})(\d{2})\d{2}T\d{6}Z-[a-z0-9]+(-folded)?\.jsonl$/;

/** The file that a new window appends to, `laptop7f-20261123T160000Z-k3j9x2.jsonl`. `device` has only a-z and 0-9. */
export function windowFileName(device: string, { now, random }: Stamps): string {
  return `${device}-${fileStamp(now())}-${randomText(random, 6)}.jsonl`;
}

/** `20261123T160000Z`: a time, UTC to the second, that may stand in a file's name. */
export function fileStamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Tells whether a file is read as part of the log. Files that a person or a sync tool has copied or renamed are. */
export function isLogFile(name: string): boolean {
  return name.endsWith('.jsonl');
}

/** What of this device's files may be folded now; other devices fold their own. */
export function planFold(files: readonly FoldFile[], device: string, now: number): FoldStep[] {
  const sources = new Map<string, string[]>();
  for (const { name, modified, isOpen } of files) {
    const [, owner, year, month, folded] = windowFile.exec(name) ?? [];
    if (owner !== device || isOpen) continue;
    if (folded === undefined && now - modified < QUIET_MS) continue;
    const target = `${device}-${year ?? ''}-${month ?? ''}.jsonl`;
    sources.set(target, [...(sources.get(target) ?? []), name]);
  }
  return [...sources]
    .map(([target, names]) => ({ target, sources: names.sort() }))
    .sort((a, b) => (a.target < b.target ? -1 : 1));
}

/** A step with what is in its files. */
export interface FoldTexts {
  /** `undefined` when there is no such file yet. */
  readonly target: { readonly text: string; readonly modified: number } | undefined;
  readonly sources: readonly { readonly name: string; readonly text: string }[];
}

export interface FoldOutcome {
  /** What the target is to be, written whole under another name and then renamed; `undefined` when it is right. */
  readonly write?: string;
  /** What is done with: all their lines have been in the target for `SETTLED_MS`. */
  readonly done: readonly string[];
}

/**
 * One run of a step. The log is a set of lines, so it may end anywhere: what is in two files counts once. Nothing
 * is deleted in the run that writes, since two windows that fold at once would each replace the other's target.
 */
export function foldTexts({ target, sources }: FoldTexts, now: number): FoldOutcome {
  const text = mergeLogTexts([
    ...(target === undefined ? [] : [target.text]),
    ...sources.map((source) => source.text),
  ]);
  const there = new Set(target === undefined ? [] : linesOf(target.text));
  const folded = sources.filter((source) => linesOf(source.text).every((line) => there.has(line)));
  const isSettled = target !== undefined && now - target.modified >= SETTLED_MS;
  return {
    ...(folded.length === sources.length ? {} : { write: text }),
    done: isSettled ? folded.map(({ name }) => name) : [],
  };
}

/** Whether a window may append to it: one that finds its file under another name starts a new one. */
export function isWindowFile(name: string): boolean {
  return windowFile.test(name) && !isSetAsideToFold(name);
}

/** Whether a window's file has got its other name, under which nothing is appended any more. */
export function isSetAsideToFold(name: string): boolean {
  return windowFile.exec(name)?.[4] !== undefined;
}

/** The name that a file gets before it is deleted. It is part of the log until then. */
export function nameToFold(name: string): string {
  return name.replace(/\.jsonl$/, '-folded.jsonl');
}

function linesOf(text: string): string[] {
  return readLines(text).flatMap(({ events, setAside }) => [...events, ...setAside].map((part) => part.text));
}
