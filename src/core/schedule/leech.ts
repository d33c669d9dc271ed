import type { Card, StudiedCard } from './memory';

/** So many lapses make a leech: it costs more time than it is worth as it stands. */
const LEECH_LAPSES = 6;

export function isLeech(card: Card): card is StudiedCard {
  return card.state !== 'new' && card.lapses >= LEECH_LAPSES;
}

/** The leeches, worst first. They are listed and stay in every queue. */
export function gatherLeeches(cards: readonly Card[]): StudiedCard[] {
  return cards.filter(isLeech).sort((a, b) => b.lapses - a.lapses);
}
