import { version, workspace } from 'vscode';
import { equal } from './support/assert';

describe('the extension host', () => {
  it('is of the kind that was asked for', () => {
    equal('importScripts' in globalThis ? 'web' : 'node', asked('kind') ?? 'node');
  });

  it('belongs to the VS Code that was asked for', () => {
    equal(version, asked('version') ?? version);
  });
});

/** What test/support/runHost.ts put into the settings; undefined in desktop VS Code. */
function asked(what: 'kind' | 'version'): string | undefined {
  return workspace.getConfiguration('hostTests').get<string>(what);
}
