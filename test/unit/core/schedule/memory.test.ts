import assert from 'node:assert/strict';
import { createEmptyCard, FSRS, Rating, type Card as ReferenceCard } from 'ts-fsrs';
import type { Memory } from '../../../../src/core/schedule/fsrs';
import {
  advanceCard,
  replayCard,
  type Card,
  type ScheduledReview,
} from '../../../../src/core/schedule/memory';
import { createRandom, repeat } from '../../random';
import { aCard, aScheduling, randomReviews, reviewsOf } from './builders';

const scheduling = aScheduling();
const replay = (reviews: readonly ScheduledReview[], scheduledFrom = 0) =>
  replayCard({ id: 'q', reviews, scheduledFrom }, scheduling);

/** `review 2026-11-01 → 2026-11-03` */
function summary(card: Card): string {
  return card.state === 'new' ? 'new' : `${card.state} ${card.lastDay} → ${card.dueDay}`;
}

const memoryOf = (card: Card) => (card.state === 'new' ? undefined : card.memory);

function assertSameMemory(actual: Memory | undefined, expected: Memory | undefined): void {
  const apart = Math.max(
    Math.abs((actual?.stability ?? 0) - (expected?.stability ?? 0)),
    Math.abs((actual?.difficulty ?? 0) - (expected?.difficulty ?? 0)),
  );
  assert.ok(apart <= 1e-9, `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

/** Reviews a card with the whole scheduler of ts-fsrs, date by date. */
function reviewCardByCard(reviews: readonly ScheduledReview[]): Memory | undefined {
  const scheduler = new FSRS({});
  const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;
  const counted = reviews.filter(({ practice }) => !practice);
  const card = counted.reduce<ReferenceCard>(
    (known, { at, grade }) => scheduler.next(known, at, ratings[grade]).card,
    createEmptyCard(0),
  );
  return counted.length === 0 ? undefined : { stability: card.stability, difficulty: card.difficulty };
}

/** 300 histories of up to 40 reviews. */
function someHistories(): ScheduledReview[][] {
  const random = createRandom(6);
  return repeat(random, 300, 300, () => randomReviews(random, Math.floor(random() * 40)));
}

describe('a card', () => {
  it('is new without reviews', () => {
    assert.deepEqual(replay([]), { id: 'q', state: 'new' });
  });

  it('is due after the interval of its last grade', () => {
    assert.deepEqual(
      ['hard', 'good', 'easy', 'good 2 good'].map((script) => summary(aCard(script))),
      [
        'review 2026-11-01 → 2026-11-02',
        'review 2026-11-01 → 2026-11-03',
        'review 2026-11-01 → 2026-11-09',
        'review 2026-11-03 → 2026-11-14',
      ],
    );
  });

  it('stays due on the day on which it is failed', () => {
    assert.deepEqual(
      ['again', 'good 2 again', 'good 2 again 1 again'].map((script) => summary(aCard(script))),
      [
        'learning 2026-11-01 → 2026-11-01',
        'relearning 2026-11-03 → 2026-11-03',
        'relearning 2026-11-04 → 2026-11-04',
      ],
    );
  });

  it('lapses only when it was known', () => {
    const lapses = ['again again good', 'good 2 again again', 'good 2 again good 1 again'].map((script) => {
      const card = aCard(script);
      return card.state === 'new' ? 0 : card.lapses;
    });
    assert.deepEqual(lapses, [0, 1, 2]);
  });

  it('counts several grades on one day as FSRS-6 does', () => {
    assertSameMemory(
      memoryOf(aCard('again good 1 good 3 good 8 good 21 good')),
      reviewCardByCard(reviewsOf('again good 1 good 3 good 8 good 21 good')),
    );
  });

  it('is not moved by practice', () => {
    assert.deepEqual(aCard('good 1 again/practice 1 easy/practice'), aCard('good'));
  });

  it('is new again after a reset, and then starts afresh', () => {
    const reviews = reviewsOf('good 2 good 5 again');
    assert.deepEqual(
      [summary(replay(reviews, 3)), summary(replay(reviews, 2))],
      ['new', 'learning 2026-11-08 → 2026-11-08'],
    );
  });

  it('is after undo what it was before, since an undone review is left out', () => {
    const reviews = reviewsOf('good 2 good 11 again good');
    assert.deepEqual(replay(reviews.slice(0, -1)), aCard('good 2 good 11 again'));
  });

  it('keeps its last day when the clock was set back', () => {
    const [later, earlier] = [reviewsOf('good', '2026-11-05'), reviewsOf('good', '2026-11-03')];
    assert.equal(summary(replay([...later, ...earlier])), 'review 2026-11-05 → 2026-11-07');
  });

  it('is due at the same moved day however often it is computed', () => {
    const fuzzed = aScheduling({ isFuzzed: true });
    const question = { id: 'q', reviews: reviewsOf('good 2 good 11 good'), scheduledFrom: 0 };
    assert.deepEqual(replayCard(question, fuzzed), replayCard(question, fuzzed));
    assert.notDeepEqual(replayCard(question, fuzzed), replayCard(question, scheduling));
  });
});

describe('the short path', () => {
  it('from any snapshot gives what a replay of everything gives', () => {
    for (const reviews of someHistories()) {
      const cut = Math.floor(reviews.length / 2);
      const snapshot = JSON.parse(JSON.stringify(replay(reviews.slice(0, cut)))) as Card;
      const short = advanceCard(snapshot, reviews.slice(cut), scheduling);
      assertSameMemory(memoryOf(short), memoryOf(replay(reviews)));
      assert.deepEqual(short, replay(reviews));
    }
  });

  it('gives what reviewing card by card gives, to a thousand-millionth', () => {
    for (const reviews of someHistories()) {
      assertSameMemory(memoryOf(replay(reviews)), reviewCardByCard(reviews));
    }
  });
});
