import assert from 'node:assert/strict';
import { parsePlaceEntry } from '../../../../src/core/decks/placeEntry';

const show = (entry: unknown) => {
  const parsed = parsePlaceEntry(entry);
  const said = { path: '', address: '', fault: '', ...parsed };
  return `${said.kind} ${said.path}${said.address}${said.fault}`;
};

describe('an entry of the decks of the settings', () => {
  for (const [entry, reading] of [
    ['/home/me/deck', 'absolute /home/me/deck'],
    [' /home/me/deck ', 'absolute /home/me/deck'],
    ['/home/me/100% [a] #1?.md', 'absolute /home/me/100% [a] #1?.md'],
    ['C:\\Users\\me\\deck', 'absolute C:/Users/me/deck'],
    ['d:/deck', 'absolute d:/deck'],
    ['\\\\server\\share\\deck', 'absolute //server/share/deck'],
    ['~', 'home '],
    ['~/notes', 'home notes'],
    ['~\\notes\\one', 'home notes/one'],
    ['notes', 'relative notes'],
    ['./notes/one.md', 'relative ./notes/one.md'],
    ['..', 'relative ..'],
    ['notes\\one', 'relative notes/one'],
    ['~backup', 'relative ~backup'],
    ['notes: week 1.md', 'relative notes: week 1.md'],
    ['注意力', 'relative 注意力'],
    ['memory:/deck', 'address memory:/deck'],
    ['file:///home/me/deck', 'address file:///home/me/deck'],
    ['vscode-vfs://github/owner/repository', 'address vscode-vfs://github/owner/repository'],
    ['vscode-remote://ssh-remote+host/deck', 'address vscode-remote://ssh-remote+host/deck'],
  ] as const) {
    it(`is read: ${JSON.stringify(entry)}`, () => {
      assert.equal(show(entry), reading);
    });
  }

  for (const [entry, fault] of [
    [7, 'notText'],
    [null, 'notText'],
    [['/deck'], 'notText'],
    [{ path: '/deck' }, 'notText'],
    ['', 'empty'],
    ['  \t', 'empty'],
    ['/home\u0000/me', 'control'],
    ['a\nb', 'control'],
    ['command:workbench.action.terminal.new', 'noFiles'],
    ['COMMAND:x', 'noFiles'],
    ['command: x', 'noFiles'],
    ['https://github.com/owner/repository', 'noFiles'],
    ['http://evil.example/', 'noFiles'],
    ['javascript:alert(1)', 'noFiles'],
    ['data:text/plain,x', 'noFiles'],
    ['vscode://file/etc/passwd', 'noFiles'],
    ['untitled:Untitled-1', 'noFiles'],
    ['llm-study:/attention/x.md', 'noFiles'],
    ['foo:bar', 'noFiles'],
  ] as const) {
    it(`is refused: ${JSON.stringify(entry)}`, () => {
      assert.equal(show(entry), `fault ${fault}`);
    });
  }
});
