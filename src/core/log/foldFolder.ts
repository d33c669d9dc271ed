import { foldTexts, isLogFile, isSetAsideToFold, nameToFold, planFold, type FoldStep } from './fold';
import type { LogFolder } from './logFolder';

export interface FoldOptions {
  readonly folder: LogFolder;
  /** The text of a file; `undefined` when it has gone. */
  readText(name: string): Promise<string | undefined>;
  /** Whose files are folded: the part of their names before the first `-`. */
  readonly device: string;
  /** The file that this window appends to. */
  readonly ownFile: string;
  readonly now: number;
}

/**
 * One run of folding. Each may end anywhere, and any number of windows may fold or write meanwhile:
 *
 *     window's file ──merged into──▶ month's file          first run
 *     window's file ──renamed──▶ …-folded.jsonl            ten minutes later, when all its lines are in the month's
 *     …-folded.jsonl ──deleted──▶                          the run after that, if all its lines still are
 *
 * A window that wrote between the last two finds its file gone and writes the event again, to a new file.
 */
export async function foldFolder(options: FoldOptions): Promise<void> {
  const { folder, device, ownFile, now } = options;
  const files = (await folder.list()).filter(({ name }) => isLogFile(name));
  const candidates = files.map(({ name, modified }) => ({ name, modified, isOpen: name === ownFile }));
  const modified = new Map(files.map((file) => [file.name, file.modified]));
  for (const step of planFold(candidates, device, now))
    await runStep(options, step, modified.get(step.target));
}

async function runStep(
  { folder, readText, now }: FoldOptions,
  { target, sources }: FoldStep,
  modified: number | undefined,
): Promise<void> {
  const text = modified === undefined ? undefined : await readText(target);
  const read = await Promise.all(sources.map(async (name) => ({ name, text: await readText(name) })));
  const outcome = foldTexts(
    {
      target: text === undefined || modified === undefined ? undefined : { text, modified },
      sources: read.flatMap((source) =>
        source.text === undefined ? [] : [{ ...source, text: source.text }],
      ),
    },
    now,
  );
  if (outcome.write !== undefined) await folder.write(target, outcome.write);
  for (const name of outcome.done) {
    if (isSetAsideToFold(name)) await folder.remove(name);
    else await folder.rename(name, nameToFold(name));
  }
}
