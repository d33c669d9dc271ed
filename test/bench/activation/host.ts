import { commands, extensions, workspace, type TextDocument } from 'vscode';

/**
 * Runs in a real extension host: once VS Code has come to rest, activates the extensions in the order of the setting
 * and logs the rows in which VS Code itself says how long each took. Its whole report is about as long as what passes
 * from host to window in one log.
 */
export async function run(): Promise<void> {
  const ids = workspace.getConfiguration('bench').get<string[]>('activate', []);
  await atRest();
  for (const id of ids) await extensions.getExtension(id)?.activate();
  console.log(`[bench]${JSON.stringify(await readRows(ids))}`);
}

/** What the extension `bench.rest` sets or calls, which VS Code activates when all else has started. */
declare const globalThis: { benchIsAtRest?: boolean; benchOnRest?: () => void };

async function atRest(): Promise<void> {
  if (globalThis.benchIsAtRest !== true) {
    await new Promise<void>((resolve) => (globalThis.benchOnRest = resolve));
  }
}

/** VS Code opens its report empty and writes it a little later. */
async function readRows(ids: readonly string[]): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const look = (document: TextDocument) => {
      const found = document.uri.scheme === 'perf' ? findRows(document.getText(), ids) : [];
      if (found.length === ids.length) resolve(found);
    };
    workspace.onDidOpenTextDocument(look);
    workspace.onDidChangeTextDocument(({ document }) => look(document));
    commands.executeCommand('perfview.show').then(() => workspace.textDocuments.forEach(look), reject);
  });
}

/** The cells of the rows about the extensions: id, eager, load, call, finish, event, by. */
function findRows(report: string, ids: readonly string[]): string[][] {
  const rows = report.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return ids.flatMap((id) => {
    const row = rows.find(([, first]) => first === id);
    return row === undefined ? [] : [row.slice(1)];
  });
}

declare const console: { log(text: string): void };
