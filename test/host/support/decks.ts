import { ConfigurationTarget, Uri, workspace, type Memento } from 'vscode';
import type { StudyRecord } from '../../../src/core/log/studyRecord';
import { openDecks, type OpenDeck, type OpenDecks } from '../../../src/platform/library/decks';
import { ok } from './assert';

/** The decks of the settings, opened for a test: with what it reported and how often it changed. */
export interface TestDecks extends OpenDecks {
  readonly reports: readonly string[];
  readonly changes: () => number;
}

const opened: OpenDecks[] = [];
const folders: Uri[] = [];

export function workspaceFolder(): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  ok(folder, 'a workspace folder');
  return folder.uri;
}

export async function setDecks(
  entries: readonly unknown[],
  target: ConfigurationTarget = ConfigurationTarget.Workspace,
): Promise<void> {
  const value = entries.length === 0 ? undefined : entries;
  await workspace.getConfiguration('llmStudy').update('decks.folders', value, target);
}

export async function openTestDecks(
  entries: readonly unknown[],
  state: Memento = createMemoryState(),
  studied: ReadonlySet<string> = new Set(),
): Promise<TestDecks> {
  await setDecks(entries);
  const reports: string[] = [];
  let changes = 0;
  const report = (what: string, error: unknown) => void reports.push(`${what}: ${String(error)}`);
  const decks = openDecks({
    state,
    errors: { log: report, show: report },
    studyRecord: () => (studied.size === 0 ? undefined : recordOf(studied)),
    onDidChange: () => changes++,
  });
  opened.push(decks);
  await decks.loaded();
  return Object.create(decks, {
    reports: { value: reports },
    changes: { value: () => changes },
  }) as TestDecks;
}

/** A log of which only is asked whether a question is in it. */
function recordOf(studied: ReadonlySet<string>): StudyRecord {
  const stateOf = (id: string) => (studied.has(id) ? {} : undefined);
  return { stateOf } as unknown as StudyRecord;
}

/** Kept for as long as somebody holds it. */
export function createMemoryState(): Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, fallback?: T) => (kept.has(key) ? kept.get(key) : fallback) as T,
    update(key, value) {
      if (value === undefined) kept.delete(key);
      else kept.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
}

/** A folder on the disk beside the workspace, with these files. */
export async function createFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  parent = Uri.joinPath(workspaceFolder(), '..'),
): Promise<Uri> {
  const folder = Uri.joinPath(parent, `decks-${String(Date.now())}-${String(folders.length)}`);
  folders.push(folder);
  await writeFiles(folder, files);
  return folder;
}

export async function writeFiles(
  folder: Uri,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    await workspace.fs.writeFile(Uri.joinPath(folder, path), bytes);
  }
}

export const remove = (place: Uri) => workspace.fs.delete(place, { recursive: true });

/** Ends all decks that tests have opened, and takes them out of the settings and off the disk. */
export async function cleanUp(): Promise<void> {
  for (const decks of opened.splice(0)) decks.dispose();
  await setDecks([]);
  await setDecks([], ConfigurationTarget.Global);
  for (const folder of folders.splice(0)) await Promise.resolve(remove(folder)).catch(() => undefined);
}

/** A file with these questions and their answers. They are marked as questions, so that one word may ask. */
export function markdown(...questions: readonly string[]): string {
  return questions.map((question) => `## Q: ${question}\n\nAn answer to it.\n`).join('\n');
}

export const titlesOf = (decks: OpenDecks) => decks.list.flatMap(({ deck }) => titlesIn(deck));

export function titlesIn({ questions }: OpenDeck['deck']): string[] {
  return questions.map(({ title }) => title);
}

export const idsOf = ({ list }: OpenDecks) => list.map(({ deck }) => deck.id);
