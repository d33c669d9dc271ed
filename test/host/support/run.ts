import 'mocha/mocha.js';
import { workspace } from 'vscode';
import { reportToConsole } from './reporter';

/** Called by the extension host, Node's or the web worker's; rejects when a test failed. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: reportToConsole, ...grep() });
  await import('tests');
  await new Promise<void>((resolve, reject) => {
    // Past the browser build's own `run`, which reads a page's address.
    Mocha.prototype.run.call(mocha, (failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${String(failures)} tests failed.`));
    });
  });
}

/** What `--grep` was given to the runner: a worker has no environment, so it comes through the settings. */
function grep(): Mocha.MochaOptions {
  const text = workspace.getConfiguration('hostTests').get<string>('grep');
  return text ? { grep: text } : {};
}
