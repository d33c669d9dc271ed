import { l10n, window, type QuickPickItem } from 'vscode';
import type { OpenDeck, OpenDecks } from '../../platform/library/decks';
import { relistDeck, unlistDeck, type RemovedEntries } from '../../platform/library/editDecks';
import { plainName } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { describeCounts } from './sayDeck';
import { parseDeckTarget } from './target';

/** Takes a deck out of the settings; its files and what was studied stay. */
export async function removeDeck(services: Services, target: unknown): Promise<void> {
  const decks = await services.library.loadDecks();
  const id = parseDeckTarget(target);
  const open = id === undefined ? await pickDeck(decks) : decks.list.find(({ deck }) => deck.id === id);
  if (open === undefined && id === undefined) return;
  if (open === undefined) throw new Error(l10n.t('there is no deck "{0}".', plainName(id ?? '')));
  const removed = await unlistDeck(open.place);
  await decks.refresh();
  sayRemoved(services, decks, open, removed);
}

async function pickDeck({ list }: OpenDecks): Promise<OpenDeck | undefined> {
  if (list.length === 0) {
    void window.showInformationMessage(l10n.t('LLM Study: there is no deck to remove.'));
    return undefined;
  }
  const items = list.map((open): QuickPickItem & { open: OpenDeck } => ({
    label: plainName(open.deck.title),
    description: plainName(open.about),
    detail: open.fault ?? describeCounts(open.deck),
    open,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Remove a Deck'), matchOnDescription: true }))
    ?.open;
}

function sayRemoved(
  { errors }: Services,
  decks: OpenDecks,
  { deck }: OpenDeck,
  removed: readonly RemovedEntries[],
): void {
  const undo = l10n.t('Undo');
  window
    .showInformationMessage(
      l10n.t(
        'LLM Study: "{0}" is no deck any more. Its files stay, and so does what you have studied: it is back when you add the deck again.',
        plainName(deck.title),
      ),
      undo,
    )
    .then(async (choice) => {
      if (choice !== undo) return;
      await relistDeck(removed);
      await decks.refresh();
    })
    .then(undefined, (error: unknown) => errors.show(l10n.t('add the deck again'), error));
}
