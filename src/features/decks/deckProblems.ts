import { Uri, workspace, type TextDocument } from 'vscode';
import type { Deck, SkippedBlock } from '../../core/decks/deck';
import type { CheckedFile, CheckedQuestion } from '../../core/decks/problems/check';
import { createDeckChecker, type Effect } from '../../core/decks/problems/deckChecker';
import type { Problem } from '../../core/decks/problems/problem';
import type { ErrorReporter } from '../../platform/errors';
import type { OpenDeck, OpenDecks } from '../../platform/library/decks';
import { keyOfPlace } from '../../platform/library/names';
import { createSlices } from '../../platform/slices';
import { createFileProbe } from './fileProbe';
import type { TexService } from './texService';

/** The problems of one deck's files, kept in step with what was read and with what is typed. */
export interface DeckProblems {
  /** Takes in a new reading of the deck, soon; files whose text is the same are not looked at again. */
  follow(open: OpenDeck): void;
  /** Judges what is typed in a file of the deck, at once; nothing where it is judged already. */
  judge(path: string, document: TextDocument): void;
  /** What the setting names, as a text. */
  readonly place: string;
  readonly root: Uri;
  readonly files: ReadonlyMap<string, readonly Problem[]>;
  dispose(): void;
}

export interface DeckProblemsOptions {
  readonly tex: TexService;
  readonly errors: ErrorReporter;
  readonly readAlone: OpenDecks['readAlone'];
  /** Files whose problems may be others now. */
  onDidJudge(paths: readonly string[]): void;
}

export function createDeckProblems(first: OpenDeck, options: DeckProblemsOptions): DeckProblems {
  const { onDidJudge, readAlone } = options;
  const files = new Map<string, readonly Problem[]>();
  let known = new Map<string, CheckedFile>();
  const { check, takeIn, update, remove, dispose } = createJudge(first, options, {
    fileOf: (path) => known.get(path),
    store(path, problems) {
      if (known.has(path)) files.set(path, problems);
    },
    findNaming: (path) => [...files].flatMap(([other, problems]) => (names(problems, path) ? other : [])),
    listAll: () => known.keys(),
  });
  return {
    place: first.place.toString(),
    root: first.root,
    files,
    follow(open) {
      const before = known;
      known = takeReading(open, before);
      const gone = [...before.keys()].filter((path) => !known.has(path));
      for (const path of gone) {
        files.delete(path);
        remove(path);
      }
      for (const file of known.values()) {
        const old = before.get(file.path);
        if (old === undefined || !isSame(old, file)) takeIn(file.path);
      }
      if (gone.length > 0) onDidJudge(gone);
    },
    judge(path, document) {
      const before = known.get(path);
      if (before === undefined || before.text === document.getText()) return;
      const file = joinBefore(readAlone({ path, text: document.getText() }), document.getText(), before);
      known.set(path, file);
      update(file);
      check(path);
      onDidJudge([path]);
    },
    dispose,
  };
}

interface JudgedFiles {
  /** As it is known now; `undefined` for one that is gone. */
  fileOf(path: string): CheckedFile | undefined;
  store(path: string, problems: readonly Problem[]): void;
  /** The files whose problems name a file. */
  findNaming(path: string): Iterable<string>;
  listAll(): Iterable<string>;
}

/** The rules, what they ask of the outside, and the files that wait to be judged. */
function createJudge(
  open: OpenDeck,
  { tex, errors, onDidJudge }: DeckProblemsOptions,
  { fileOf, store, findNaming, listAll }: JudgedFiles,
) {
  let judged = '';
  let askAgain: () => void = () => undefined;
  const check = (path: string) => {
    judged = path;
    askAgain = () => slices.judge([path]);
    slices.delete(path);
    tex.begin();
    store(path, checker.check(path));
  };
  const update = (file: CheckedFile) => spread(file.path, checker.update(file));
  const slices = createSlices({
    takeIn(path) {
      const file = fileOf(path);
      if (file !== undefined) update(file);
    },
    judge: check,
    listAll,
    onDidJudge,
    onError: (error) => errors.log('look for problems in a deck', error),
  });
  const probe = createFileProbe(open, slices.judge);
  const checker = createDeckChecker({
    exists: (path) => probe.exists(path, judged),
    texFault: (formula, isDisplay) => tex.findFault(formula, isDisplay, askAgain),
  });
  const spread = (path: string, effect: Effect) => {
    if (effect === 'all') slices.judgeAll();
    else if (effect === 'naming') slices.judge(findNaming(path));
  };
  return {
    check,
    takeIn: slices.takeIn,
    update,
    remove(path: string) {
      slices.delete(path);
      spread(path, checker.remove(path));
    },
    dispose() {
      slices.dispose();
      probe.dispose();
    },
  };
}

function names(problems: readonly Problem[], path: string): boolean {
  return problems.some(
    (problem) =>
      ('others' in problem && problem.others.some(({ file }) => file === path)) ||
      ('other' in problem && problem.other.file === path),
  );
}

/** The files of a deck, with what was read in each; one that somebody has typed in since then stays as it is known. */
function takeReading(
  { root, deck, files }: OpenDeck,
  before: ReadonlyMap<string, CheckedFile>,
): Map<string, CheckedFile> {
  const questions = new Map(files.map(({ path }) => [path, [] as CheckedQuestion[]]));
  const skipped = new Map(files.map(({ path }) => [path, [] as SkippedBlock[]]));
  for (const question of deck.questions) questions.get(question.place.file)?.push(question);
  for (const block of deck.skipped) skipped.get(block.file)?.push(block);
  const dirty = new Map(
    workspace.textDocuments.flatMap((each) => (each.isDirty ? [[keyOfPlace(each.uri), each]] : [])),
  );
  const isTyped = (path: string, text: string) => {
    const document = dirty.size > 0 ? dirty.get(keyOfPlace(Uri.joinPath(root, path))) : undefined;
    return document !== undefined && document.getText() !== text;
  };
  return new Map(
    files.map(({ path, text }) => {
      const old = before.get(path);
      if (old !== undefined && isTyped(path, text)) return [path, old];
      const file = { path, text, questions: questions.get(path) ?? [], skipped: skipped.get(path) ?? [] };
      return [path, file];
    }),
  );
}

function isSame(one: CheckedFile, other: CheckedFile): boolean {
  return (
    one === other ||
    (one.text === other.text &&
      one.questions.length === other.questions.length &&
      one.skipped.length === other.skipped.length &&
      one.questions.every((question, number) => {
        const same = other.questions[number];
        return (
          question.title === same?.title &&
          question.id === same.id &&
          question.place.line === same.place.line &&
          question.isUnanswered === same.isUnanswered
        );
      }))
  );
}

/**
 * What was read in a file by itself, while it is being typed in. A question whose answer a link leads to, in another file,
 * has none here: it is answered as it was before.
 */
function joinBefore({ questions, skipped }: Deck, text: string, before: CheckedFile): CheckedFile {
  const answered = new Set(
    before.questions.flatMap(({ title, isUnanswered }) => (isUnanswered === true ? [] : title)),
  );
  const ids = new Map([...before.questions].reverse().map(({ title, id }) => [title, id]));
  const lines = text.split('\n');
  const isElsewhere = ({ title, place, isUnanswered }: CheckedQuestion) =>
    isUnanswered === true && answered.has(title) && lines[place.line - 1]?.includes('](') === true;
  return {
    path: before.path,
    text,
    skipped,
    questions: questions.map((question) => {
      const { title, place } = question;
      // Read by itself, a file gives ids that only the whole deck can give.
      return { ...(isElsewhere(question) ? { title, place } : question), id: ids.get(title) };
    }),
  };
}
