import { collectBy } from '../util/collectBy';
import type { BankIndex } from './bankFiles';

/**
 * What each topic is called where those of the bank and of all decks stand together, by id: `LoRA (My list)` for a
 * topic of a deck. The only topic of a deck has the deck's name.
 */
export function nameTopics({
  topics,
  decks,
}: Pick<BankIndex, 'topics' | 'decks'>): ReadonlyMap<string, string> {
  const deckTitles = new Map(decks.map(({ id, title }) => [id, title]));
  const byDeck = collectBy(topics, ({ deck }) => deck);
  return new Map(
    topics.map(({ id, title, deck }) => {
      const deckTitle = deck === undefined ? undefined : deckTitles.get(deck);
      if (deckTitle === undefined) return [id, title];
      return [id, byDeck.get(deck)?.length === 1 ? deckTitle : `${title} (${deckTitle})`];
    }),
  );
}
