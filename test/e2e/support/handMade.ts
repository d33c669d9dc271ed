import type { Frame } from 'playwright-core';
import type { Question } from '../../../src/core/bank/question';
import type { AnswerView } from '../../../src/protocol/answer';
import type { DeckOrigin, QuestionView } from '../../../src/protocol/question';
import type { CardView } from '../../../src/protocol/quiz';

/** Views that no host has sent: a page shows them as if its own had. */

export function aQuestionView(given: Partial<Question>, origin?: Partial<DeckOrigin>): QuestionView {
  return {
    id: 'my-deck--hand-made',
    title: 'A question made by hand?',
    topic: 'my-deck--1',
    topicTitle: 'Made by hand',
    deck: 'my-deck',
    terms: [],
    shortAnswer: '',
    keyPoints: [],
    sections: [],
    followUps: [],
    ...given,
    related: [],
    origin: { title: 'my-deck', links: {}, file: 'list.md', root: undefined, ...origin },
  };
}

export function anAnswerView(question: QuestionView): AnswerView {
  return {
    question,
    isBookmarked: false,
    note: '',
    draft: undefined,
    startsWriting: false,
    back: [],
    forward: [],
    isPreview: false,
    peek: false,
  };
}

export function aCardView(question: QuestionView): CardView {
  const outcomes = { again: 'after 3 others', hard: '1 day', good: '4 days', easy: '8 days' };
  return {
    phase: 'card',
    title: 'Made by hand',
    question,
    note: '',
    attempt: 1,
    done: 0,
    total: 3,
    canUndo: false,
    outcomes,
    session: { title: 'Made by hand', ids: [question.id], actions: [] },
  };
}

/** Tells the page what its host would tell it. */
export async function tellPage(frame: Frame, name: string, payload: unknown): Promise<void> {
  await frame.evaluate((data) => void dispatchEvent(new MessageEvent('message', { data })), {
    kind: 'event',
    name,
    payload,
  });
}
