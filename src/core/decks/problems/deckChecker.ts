import type { Check, CheckedFile, DeckView, OwnId } from './check';
import { checkLinks } from './danglingLinks';
import { checkDuplicates, textOf } from './duplicates';
import { findAnchors } from './links';
import { checkDollars } from './loneDollars';
import { checkPassedOver } from './passedOver';
import type { OtherPlace, Problem } from './problem';
import { scanText, type ScannedText } from './scanText';
import { checkIds, findOwnIds, isIdOf, keyOfId } from './sharedIds';
import { checkTex } from './tex';
import { createTitleIndex } from './titleIndex';
import { checkAnswers } from './unanswered';

/** Every kind of problem. */
const checks: readonly Check[] = [
  checkDuplicates,
  checkAnswers,
  checkDollars,
  checkTex,
  checkLinks,
  checkIds,
  checkPassedOver,
];

/** VS Code shows no more of one file. */
const mostOfOneFile = 1000;

/** What only the outside knows. Both are asked while a file is checked, and answer at once. */
export type CheckerPorts = Pick<DeckView, 'exists' | 'texFault'>;

/**
 * What a change of a file means for the others: all of them are to be judged anew where a title, an id or a heading is
 * another; where questions have moved, those that name the file; none where only the text has changed.
 */
export type Effect = 'all' | 'naming' | 'none';

/** Finds what is wrong in a deck, file by file. */
export interface DeckChecker {
  update(file: CheckedFile): Effect;
  remove(path: string): Effect;
  /** In the order of the file; none for a file that it does not have. */
  check(path: string): readonly Problem[];
}

interface KnownFile {
  readonly file: CheckedFile;
  readonly anchors: ReadonlySet<string>;
  readonly ids: readonly OwnId[];
  /** Of them, the lines of those that the question is known by in fact. */
  readonly held: ReadonlySet<number>;
  /** All of it that other files are judged by, and where that stands, to tell what has changed. */
  readonly outline: string;
  readonly lines: string;
}

export function createDeckChecker({ exists, texFault }: CheckerPorts): DeckChecker {
  const files = new Map<string, KnownFile>();
  const titles = createTitleIndex();
  let paths: ReadonlyMap<string, readonly string[]> | undefined;
  let firstIds: ReadonlyMap<string, OtherPlace> | undefined;
  let last: { readonly file: CheckedFile; readonly scanned: ScannedText } | undefined;
  const scan = (file: CheckedFile) => {
    if (last?.file !== file) last = { file, scanned: scanText(file.text) };
    return last.scanned;
  };
  const store = (path: string, known: KnownFile | undefined): Effect => {
    const before = files.get(path);
    if (known === undefined) files.delete(path);
    else files.set(path, known);
    if (before?.outline === known?.outline && before?.lines === known?.lines) return 'none';
    titles.set(
      path,
      (known?.file.questions ?? []).map((question) => ({
        title: question.title,
        line: question.place.line,
        text: textOf(question),
      })),
    );
    firstIds = undefined;
    if (before?.outline === known?.outline) return 'naming';
    if (before === undefined || known === undefined) paths = undefined;
    return 'all';
  };
  const view: DeckView = {
    exists,
    texFault,
    hasFile: (path) => files.has(path),
    filesLike: (path) => (paths ??= groupPaths(files.keys())).get(path.toLowerCase()) ?? [],
    anchorsOf: (path) => files.get(path)?.anchors,
    questionsLike: titles.find,
    firstWithId: (id) => (firstIds ??= findFirstIds(files.values())).get(keyOfId(id)),
    hasId: (id) => (firstIds ??= findFirstIds(files.values())).has(keyOfId(id)),
    ownIdsOf: (path) => files.get(path)?.ids ?? [],
  };
  return {
    update: (file) => store(file.path, readOutline(file, scan(file))),
    remove: (path) => store(path, undefined),
    check(path) {
      const known = files.get(path);
      if (known === undefined) return [];
      const file = { ...known.file, scanned: scan(known.file) };
      return checks
        .flatMap((check) => check(file, view))
        .sort(
          (a, b) => a.range.startLine - b.range.startLine || a.range.startCharacter - b.range.startCharacter,
        )
        .slice(0, mostOfOneFile);
    },
  };
}

function readOutline(file: CheckedFile, scanned: ScannedText): KnownFile {
  const anchors = findAnchors(scanned);
  const lines = file.questions.map(({ place }) => place.line);
  const ids = findOwnIds(scanned, file.path, lines);
  const titles = file.questions.map(textOf);
  const held = findHeld(file, ids);
  const named = ids.map(({ id, line }) => (held.has(line) ? `${id} ` : id));
  return {
    file,
    anchors,
    ids,
    held,
    outline: [...titles, '', ...anchors, '', ...named].join('\n'),
    lines: [...lines, ...ids.map(({ line }) => line)].join(' '),
  };
}

function groupPaths(all: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of all) {
    const key = path.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return groups;
}

function findHeld({ questions }: CheckedFile, ids: readonly OwnId[]): Set<number> {
  if (ids.length === 0) return new Set();
  const known = new Map(questions.map(({ place, id }) => [place.line, id]));
  return new Set(
    ids.flatMap(({ id, line, questionLine }) => (isIdOf(id, known.get(questionLine) ?? '') ? line : [])),
  );
}

/** The one that is known by an id keeps it, wherever it stands: its history is what hangs on that. */
function findFirstIds(files: Iterable<KnownFile>): Map<string, OtherPlace> {
  const first = new Map<string, OtherPlace>();
  const inOrder = [...files].sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  for (const isHeld of [true, false]) {
    for (const { file, ids, held } of inOrder) {
      for (const { id, line, questionLine } of ids) {
        if (held.has(line) !== isHeld || first.has(keyOfId(id))) continue;
        const title = file.questions.find(({ place }) => place.line === questionLine)?.title ?? id;
        first.set(keyOfId(id), { file: file.path, line, title });
      }
    }
  }
  return first;
}
