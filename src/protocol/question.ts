import type { BankIndex } from '../core/bank/bankFiles';
import type { Question } from '../core/bank/question';
import { withoutHiddenCharacters } from '../core/decks/hiddenCharacters';
import { findQuestionLinks } from '../core/decks/questionLinks';
import { isArrayOf, isObjectOf, isString, type Shape } from './shape';

/** A question as a panel shows it: the library's, with the names that its ids stand for. */
export interface QuestionView extends Omit<Question, 'related'> {
  readonly topicTitle: string;
  /** Neighbours that the library has. */
  readonly related: readonly { readonly id: string; readonly title: string }[];
  /** What a question of a deck has besides; `undefined` for one of the bank. */
  readonly origin?: DeckOrigin;
}

/** The deck that a question is of, and where its links and images lead. Its texts may hold raw HTML. */
export interface DeckOrigin extends DeckPlace {
  readonly title: string;
  /** Questions by the one word that a link names: `{ 'kv-cache': 'my--kv-cache' }`. */
  readonly links: Readonly<Record<string, string>>;
}

/** Where the texts of a deck's question stand. */
export interface DeckPlace {
  /** From the deck's folder: `notes/attention.md`. Relative links and images start there. */
  readonly file: string;
  /** The address at which the page finds the deck's folder; `undefined` where images can't be shown. */
  readonly root: string | undefined;
}

/** What a panel needs to show a question; `place` for one of a deck. */
export function createQuestionView(question: Question, index: BankIndex, place?: DeckPlace): QuestionView {
  const { related, ...shown } = question;
  const { deck } = question;
  const links = deck === undefined ? {} : findQuestionLinks(question, index);
  const ids = new Set(related.map((id) => (Object.hasOwn(links, id) ? links[id] : id)));
  const origin: DeckOrigin | undefined =
    deck === undefined
      ? undefined
      : {
          file: place?.file ?? '',
          root: place?.root,
          title: index.decks.find(({ id }) => id === deck)?.title ?? deck,
          links,
        };
  return {
    ...shown,
    title: deck === undefined ? question.title : withoutHiddenCharacters(question.title),
    topicTitle: index.topics.find(({ id }) => id === question.topic)?.title ?? question.topic,
    related: [...ids].flatMap((id) => {
      const title = index.questions.find((other) => other.id === id)?.title;
      return id === undefined || title === undefined ? [] : [{ id, title: withoutHiddenCharacters(title) }];
    }),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** A link as it stands in a text: a path, hardly more. */
export const isLink: Shape<{ id: string; target: string }> = isObjectOf<{ id: string; target: string }>({
  id: isString,
  target: (value): value is string => isString(value) && value.length <= 1000,
});

/** More pictures of one text are not shown. */
export const mostPictures = 200;

/** Paths of a deck's folder at which a text has pictures. */
export const arePictures = isObjectOf<{ id: string; paths: readonly string[] }>({
  id: isString,
  paths: (value): value is readonly string[] => isArrayOf(isString)(value) && value.length <= mostPictures,
});
