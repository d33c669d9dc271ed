import { LEVELS, type Question } from '../../../src/core/bank/question';
import { documentOf } from '../../../src/core/search/document';
import type { SearchDocument } from '../../../src/core/search/searchIndex';
import { dropCommon } from '../../../src/core/search/words';
import { loadWholeBank } from '../../support/judged';
import { createRandom } from '../../../src/core/util/random';
import { pick, pickZipf } from './random';

const wordsOfAnswer = 60;

const titles = [
  'What is #?',
  'How does # work?',
  'Why does # need #?',
  'What is the difference between # and #?',
  'When would you use # rather than #?',
  'How does # change the cost of #?',
  'What goes wrong with # in #, and how is it noticed?',
  'Explain # to somebody who knows #.',
  'Which role does # play in #?',
];

/** Of many questions, the first are the bank's and the rest are of decks, as large as this and in so many topics. */
const [questionsOfBank, questionsOfDeck, topicsOfDeck] = [230, 5_000, 40];

/**
 * Questions as many as asked for, the same ones each time. Their words are the bank's own, frequent ones more often,
 * and further ones made of syllables: a large collection has more words than a small one (Heaps' law).
 */
export function generateQuestions(count: number): SearchDocument[] {
  const random = createRandom(count);
  const words = generateWords(Math.round(12 * Math.sqrt(count * wordsOfAnswer)), random);
  const telling = dropCommon(words);
  const subjects = Array.from({ length: Math.ceil(words.length / 2) }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => pickZipf(telling, random)).join(' '),
  );
  return Array.from({ length: count }, (_, number) => {
    const terms = Array.from({ length: 3 + Math.floor(random() * 4) }, () => pickZipf(subjects, random));
    let used = 0;
    const title = pick(titles, random).replace(/#/g, () => terms[used++] ?? pickZipf(subjects, random));
    const level = pick(LEVELS, random);
    const answer = Array.from({ length: wordsOfAnswer }, () => pickZipf(words, random)).join(' ');
    const question = { title, terms, followUps: [], related: [], keyPoints: [], sections: [] };
    if (number >= questionsOfBank) return documentOfDeck({ ...question, shortAnswer: answer }, number);
    return documentOf({
      ...{ ...question, shortAnswer: answer, level },
      ...{ id: `question-${number}`, topic: `topic-${number % 22}` },
    });
  });
}

/** One in ten has no answer yet. */
function documentOfDeck(question: Omit<Question, 'id' | 'topic'>, number: number): SearchDocument {
  const deck = `deck-${Math.floor(number / questionsOfDeck)}`;
  const topic = Math.floor((number % questionsOfDeck) / (questionsOfDeck / topicsOfDeck));
  const unanswered = number % 10 === 0 ? { isUnanswered: true as const, shortAnswer: '' } : {};
  return documentOf(
    { ...question, ...unanswered, id: `${deck}--question-${number}`, deck, topic: `${deck}--${topic}` },
    `Topic ${topic} (Deck ${deck})`,
  );
}

const syllables = 'ba con de ex fi gra hy in ka lo mul neu per quan re sto tra un ver xi'.split(' ');
const endings = ['tion', 'er', 'ing', 'ity', 'al', 'ment', 'or', 'ive', 'ization', 'ed'];

/** The bank's words, the most frequent first, then made up ones. */
function generateWords(count: number, random: () => number): string[] {
  const frequencies = new Map<string, number>();
  for (const { title, terms, text } of loadWholeBank()) {
    for (const word of [title, ...terms, text]
      .join(' ')
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? []) {
      frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    }
  }
  const words = new Set([...frequencies].sort((a, b) => b[1] - a[1]).map(([word]) => word));
  while (words.size < count) {
    const stem = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables, random));
    words.add(stem.join('') + pick(endings, random));
  }
  return [...words].slice(0, count);
}

const ways = ['#', '#', '#', 'what is #', 'how does # work', '# #'];

/** What people type, one character more each time, every fourth query with a typo. */
export function generateKeystrokes(questions: readonly SearchDocument[], queries: number): string[] {
  const random = createRandom(questions.length + 1);
  return Array.from({ length: queries }, (_, number) => {
    const query = pick(ways, random).replace(/#/g, () => pick(pick(questions, random).terms, random));
    return number % 4 === 3 ? mistype(query, random) : query;
  }).flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
}

/** Leaves out, doubles or swaps a letter. */
function mistype(query: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, query.length - 2));
  const [before, here = '', next = '', after] = [
    query.slice(0, at),
    query[at],
    query[at + 1],
    query.slice(at + 2),
  ];
  return pick(
    [before + next + after, before + here + here + next + after, before + next + here + after],
    random,
  );
}
