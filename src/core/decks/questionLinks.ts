import type { BankIndex } from '../bank/bankFiles';
import type { Question } from '../bank/question';

/** What opens a link's target in Markdown and in HTML, and a target of one word. */
const oneWord = /(\]\(<?|\]:[ \t]*<?|href=["']?)([a-z0-9]+(?:-+[a-z0-9]+)*)(?=[\s)>"']|$)/gm;

/** The log takes no longer id. */
const longestWord = 500;

/**
 * The questions that one-word links of a deck's question stand for, by the word: `kv-cache` is the deck's own question
 * of that name if it has one, else the bank's. A word that names no question is left out.
 */
export function findQuestionLinks(
  question: Question,
  index: Pick<BankIndex, 'questions' | 'formerly'>,
): Record<string, string> {
  const words = new Set([...question.related, ...textsOf(question).flatMap(findWords)]);
  if (words.size === 0) return {};
  const wanted = new Set([...words].flatMap((word) => [word, `${question.deck ?? ''}--${word}`]));
  const known = new Set(index.questions.flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
  const resolve = (word: string): string | undefined => {
    const own = `${question.deck ?? ''}--${word}`;
    if (known.has(own)) return own;
    if (known.has(word)) return word;
    return Object.hasOwn(index.formerly, word) ? index.formerly[word] : undefined;
  };
  return Object.fromEntries(
    [...words].flatMap((word) => {
      const id = resolve(word);
      return id === undefined ? [] : [[word, id]];
    }),
  );
}

/** All Markdown of a question. */
export function textsOf({
  prompt = '',
  shortAnswer,
  hint = '',
  keyPoints,
  sections,
  followUps,
  options = [],
}: Question): string[] {
  return [
    prompt,
    shortAnswer,
    hint,
    ...keyPoints,
    ...sections.map(({ markdown }) => markdown),
    ...followUps,
    ...options.map(({ text }) => text),
  ];
}

/** The question with other texts in the place of those that `textsOf` gives. */
export function mapTexts<T extends Question>(question: T, change: (text: string) => string): T {
  const { prompt, hint, options } = question;
  return {
    ...question,
    ...(prompt === undefined ? {} : { prompt: change(prompt) }),
    ...(hint === undefined ? {} : { hint: change(hint) }),
    ...(options === undefined
      ? {}
      : { options: options.map((option) => ({ ...option, text: change(option.text) })) }),
    shortAnswer: change(question.shortAnswer),
    keyPoints: question.keyPoints.map(change),
    sections: question.sections.map(({ heading, markdown }) => ({ heading, markdown: change(markdown) })),
    followUps: question.followUps.map(change),
  };
}

/** Whether a text may have a link of one word at all: asked of each text of a deck. */
export function mayLink(text: string): boolean {
  return text.includes('](') || text.includes(']:') || text.includes('href=');
}

/** The text with other one-word targets of links. */
export function mapWords(text: string, change: (word: string) => string): string {
  return text.replace(oneWord, (_, opening: string, word: string) => opening + change(word));
}

function findWords(text: string): string[] {
  return [...text.matchAll(oneWord)].flatMap(([, , word = '']) => (word.length > longestWord ? [] : [word]));
}
