import assert from 'node:assert/strict';
import { encodeDeckPath, resolveDeckPath } from '../../../../src/core/decks/deckPath';

const resolved = (target: string, file = 'notes/a.md') => {
  const to = resolveDeckPath(file, target);
  return to && (to.anchor === '' ? to.path : `${to.path} at ${to.anchor}`);
};

describe('a path in a deck', () => {
  const inside: Record<string, string> = {
    'b.md': 'notes/b.md',
    './b.md': 'notes/b.md',
    '../img/x.png': 'img/x.png',
    'deep/../b.md': 'notes/b.md',
    'a//b.md': 'notes/a/b.md',
    'b.md#what-is-lora': 'notes/b.md at what-is-lora',
    '#top': 'notes/a.md at top',
    '?x#top': 'notes/a.md at top',
    'x.png?raw=true': 'notes/x.png',
    'x.png?raw=true#y?z': 'notes/x.png at y?z',
    'my%20picture%20(1).png': 'notes/my picture (1).png',
    '%E5%9B%BE.png': 'notes/图.png',
    'картинка.png': 'notes/картинка.png',
    'a..b/...c.md': 'notes/a..b/...c.md',
    '.hidden/x.md': 'notes/.hidden/x.md',
    '%2e/x.md': 'notes/x.md',
    '%2e%2e/x.md': 'x.md',
    'folder/': 'notes/folder',
    '.': 'notes',
  };
  for (const [target, path] of Object.entries(inside)) {
    it(`is inside: ${target}`, () => assert.equal(resolved(target), path));
  }

  const outside: readonly string[] = [
    '',
    '#',
    '?',
    '..',
    '../',
    './..',
    '../..',
    '../../x.md',
    '../../../../etc/passwd',
    'deep/../../../x.md',
    '../img/../../x.png',
    '%2e%2e/%2e%2e/x.md',
    '..%2f..%2fx.md',
    '%2E%2E%2F%2E%2E%2Fx.md',
    '%252e%252e/%252e%252e/x.md',
    '%252e%252e%252fx.md',
    'x%00.png',
    'x%2500.png',
    '/etc/passwd',
    '%2fetc/passwd',
    '//evil.example/x.png',
    '/\\evil.example/x.png',
    '\\\\evil.example\\x.png',
    '..\\..\\x.md',
    '..%5c..%5cx.md',
    '%255cx',
    'C:/Windows/win.ini',
    'c%3a/Windows/win.ini',
    'x.md:stream',
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'command:workbench.action.terminal.new',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'https://evil.example/x.png',
    'vscode://file/etc/passwd',
    '.. /.. /x.md',
    '.../x.md',
    '. ./x.md',
    'x\u0000.md',
    'x\n.md',
    '%',
    '%zz.md',
    '%c0%ae%c0%ae/x.md',
    '\ud800.md',
    'x.md#%zz',
    'x'.repeat(1001),
  ];
  for (const target of outside) {
    it(`is refused: ${JSON.stringify(target.slice(0, 40))}`, () => assert.equal(resolved(target), undefined));
  }

  it('starts at the folder of the file, which may be the deck’s own', () => {
    assert.equal(resolved('x.md', 'a.md'), 'x.md');
    assert.equal(resolved('../x.md', 'a.md'), undefined);
    assert.equal(resolved('../x.md', 'a/b/c.md'), 'a/x.md');
    assert.equal(resolved('x.md', '../a.md'), undefined);
  });

  it('is encoded for an address, name by name', () => {
    assert.equal(encodeDeckPath('a b/c#d?e%f/图.png'), 'a%20b/c%23d%3Fe%25f/%E5%9B%BE.png');
  });

  it('never leaves the deck, whatever is made of these pieces', () => {
    const pieces = ['..', '.', '/', '%2e', '%2f', '\\', 'a', ' ', '%', ':', '\u0000', '%25'];
    for (let number = 0; number < pieces.length ** 4; number++) {
      const target = [0, 1, 2, 3]
        .map((at) => pieces[Math.floor(number / pieces.length ** at) % pieces.length])
        .join('');
      const names = (resolveDeckPath('n/a.md', target)?.path ?? 'a').split('/');
      assert.ok(
        names.every((name) => !/^[. ]*$|[\\:]|%2[ef5]|\0/i.test(name)),
        JSON.stringify({ target, names }),
      );
    }
  });
});
