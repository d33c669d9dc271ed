import type { BankIndex } from '../bank/bankFiles';
import type { QuestionSummary } from '../bank/question';
import { nameTopics } from '../bank/topicNames';
import { collectBy } from '../util/collectBy';
import type { StatsQuestion } from './inputs';

/** What progress is told of, and by which topics. */
export interface TopicRows {
  /** Those that have an answer, the bank's first. */
  readonly questions: readonly (StatsQuestion & Pick<QuestionSummary, 'title'>)[];
  /** A deck of many topics is one of them, with the deck's id. */
  readonly topics: readonly { readonly id: string; readonly title: string }[];
}

/** More topics of one deck would leave no room for the rest of the page. */
const mostTopicsOfDeck = 40;

/** A longer name is cut wherever it is shown. */
const longestTitle = 120;

/** The bank's topics, then those of the decks, each with its deck's name. */
export function gatherTopicRows(
  index: Pick<BankIndex, 'questions' | 'topics' | 'decks'>,
  mostTopics = mostTopicsOfDeck,
): TopicRows {
  const { questions, topics, decks } = index;
  const byDeck = collectBy(topics, ({ deck }) => deck);
  const folded = decks.filter(({ id }) => (byDeck.get(id)?.length ?? 0) > mostTopics);
  const foldedIds = new Set(folded.map(({ id }) => id));
  const rows = [...[...nameTopics(index)].map(([id, title]) => ({ id, title })), ...folded];
  return {
    questions: questions.flatMap(({ id, title, topic, deck, isUnanswered }) => {
      if (isUnanswered === true) return [];
      return [{ id, title, topic: deck !== undefined && foldedIds.has(deck) ? deck : topic }];
    }),
    topics: rows.map(({ id, title }) => ({ id, title: title.slice(0, longestTitle) })),
  };
}
