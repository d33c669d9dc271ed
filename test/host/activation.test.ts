import { commands, type Extension } from 'vscode';
import { deepEqual, equal, ok } from './support/assert';
import { activate } from './support/extension';

describe('activation', () => {
  it('activates the extension', async () => {
    equal((await activate()).isActive, true);
  });

  it('registers every command that the manifest contributes', async () => {
    const extension = await activate();
    const registered = new Set(await commands.getCommands(true));
    deepEqual(
      contributedCommands(extension).filter((id) => !registered.has(id)),
      [],
    );
  });

  it('contributes every command that it registers, but for its internal ones', async () => {
    const extension = await activate();
    const contributed = new Set(contributedCommands(extension));
    const registered = (await commands.getCommands(true)).filter((id) => /^llmStudy\.\w+\.\w+$/.test(id));
    ok(registered.length > 0, 'some registered commands');
    deepEqual(registered.filter((id) => !contributed.has(id)).sort(), internalCommands);
  });
});

/** Only code runs these; nobody could give them what they need. */
const internalCommands = [
  'llmStudy.answer.preview',
  'llmStudy.browse.showDeck',
  'llmStudy.decks.showPassedOver',
];

function contributedCommands({ packageJSON }: Extension<unknown>): string[] {
  const manifest = packageJSON as { contributes: { commands: { command: string }[] } };
  return manifest.contributes.commands.map(({ command }) => command);
}
