import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Deck, DeckFile, SkippedBlock } from '../core/decks/deck';
import { slugOf } from '../core/decks/ids';
import { isDeckFileName, isDeckFolderName, titleOfDeck } from '../core/decks/deckPaths';
import { createDeckReader } from '../core/decks/readDeck';
import { findTitleLine } from '../core/decks/titleLine';
import { compareNaturally } from '../core/util/naturalOrder';

/**
 * `npm run --silent deck -- PATH`: what the extension reads in a folder or a file, as JSON:
 *
 *   { "questions": [{ "id", "title", "topic", "answered", "options", "file", "line" }],
 *     "skipped": [{ "file", "line", "reason" }] }
 *
 * `line` is that of the title's words; `topic` is null where the deck names none; `options` are those of a multiple choice: `{ "letter", "text", "right" }`.
 * The exit code is 0 unless the path can't be read.
 */
function main(place: string | undefined): number {
  if (place === undefined) {
    console.error('There is no path. Run: npm run --silent deck -- PATH');
    return 1;
  }
  try {
    console.log(JSON.stringify(readDeck(path.resolve(place)), undefined, 2));
    return 0;
  } catch (error) {
    console.error(
      `${place} can't be read: ${error instanceof Error ? error.message : String(error)}. Give a folder or a file.`,
    );
    return 1;
  }
}

function readDeck(place: string): Description {
  const isFolder = statSync(place).isDirectory();
  const root = isFolder ? place : path.dirname(place);
  const paths = isFolder ? listFiles(place, '') : [path.basename(place)];
  const skipped: SkippedBlock[] = [];
  const files = paths.flatMap((file): DeckFile[] => {
    const text = decode(readFileSync(path.join(root, file)));
    if (text !== undefined) return [{ path: file, text }];
    skipped.push({ file, line: 1, endLine: 1, reason: 'unreadable' });
    return [];
  });
  const title = titleOfDeck(path.basename(place), isFolder, path.basename(path.dirname(place)));
  const deck = createDeckReader().read(slugOf(title) || 'deck', title, files);
  return describe({ ...deck, skipped: [...skipped, ...deck.skipped] }, files);
}

/** As the extension lists them: a folder's files before its folders, links left out. */
function listFiles(root: string, below: string): string[] {
  const entries = readdirSync(path.join(root, below), { withFileTypes: true }).sort((a, b) =>
    compareNaturally(a.name, b.name),
  );
  const pathOf = (name: string) => (below === '' ? name : `${below}/${name}`);
  return [
    ...entries
      .filter((entry) => entry.isFile() && isDeckFileName(entry.name))
      .map(({ name }) => pathOf(name)),
    ...entries
      .filter((entry) => entry.isDirectory() && isDeckFolderName(entry.name))
      .flatMap(({ name }) => listFiles(root, pathOf(name))),
  ];
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

type Description = ReturnType<typeof describe>;

function describe({ title, topics, questions, skipped }: Deck, files: readonly DeckFile[]) {
  const titles = new Map(topics.map((topic) => [topic.id, topic.title === title ? null : topic.title]));
  const lines = new Map(files.map((file) => [file.path, file.text.split(/\r\n|\n|\r/)]));
  return {
    questions: questions.map((question) => {
      const { id, title: asked, topic, isUnanswered, options = [], place } = question;
      const at = findTitleLine((line) => lines.get(place.file)?.[line], question);
      return {
        ...{ id, title: asked, topic: titles.get(topic) ?? null, answered: isUnanswered !== true },
        options: options.map(({ letter, text, isRight }) => ({ letter, text, right: isRight })),
        ...{ file: place.file, line: at === undefined ? place.line : at + 1 },
      };
    }),
    skipped: skipped.map(({ file, line, reason }) => ({ file, line, reason })),
  };
}

process.exitCode = main(process.argv[2]);
