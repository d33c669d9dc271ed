import assert from 'node:assert/strict';
import { gatherLeeches } from '../../../../src/core/schedule/leech';
import { countToday } from '../../../../src/core/schedule/limits';
import { advanceCard, type Card } from '../../../../src/core/schedule/memory';
import { isPractice, queue, statusOf, type Candidate, type Scope } from '../../../../src/core/schedule/queue';
import { addDays, type StudyDay } from '../../../../src/core/schedule/studyDay';
import { createRandom } from '../../random';
import { aCard, aContext, aScheduling, noonOf, randomReviews, someCandidates } from './builders';

/** First seen on 2026-11-01, unless it is new. */
const deck = someCandidates({
  fresh: '',
  later: '',
  failed: 'good 2 again',
  soon: 'good',
  overdue: 'hard',
  known: 'good 2 good',
  wellKnown: 'easy 8 good',
  asleep: 'good | suspended',
  aside: 'good | buried until 2026-11-09',
});

const queued = (scope: Scope, today: StudyDay, candidates: readonly Candidate[] = deck) =>
  queue(scope, candidates, aContext(today)).join(' ');

describe('the status of a question', () => {
  it('follows from its card, its day, and whether it is set aside', () => {
    assert.deepEqual(
      Object.fromEntries(deck.map((candidate) => [candidate.card.id, statusOf(candidate, '2026-11-04')])),
      {
        fresh: 'new',
        later: 'new',
        failed: 'learning',
        soon: 'due',
        overdue: 'due',
        known: 'known',
        wellKnown: 'known',
        asleep: 'suspended',
        aside: 'buried',
      },
    );
  });

  it('is due from the first moment of its due day, and buried until the day before the one named', () => {
    const [buried] = someCandidates({ q: 'good | buried until 2026-11-03' });
    assert.ok(buried);
    assert.deepEqual(
      ['2026-11-02', '2026-11-03'].map((day) => statusOf(buried, day)),
      ['buried', 'due'],
    );
  });
});

describe('a queue', () => {
  it('of what is due begins with what was failed, then the likeliest to be recalled', () => {
    assert.equal(queued('due', '2026-11-04'), 'failed soon overdue');
  });

  it('of what is new keeps the order of the deck', () => {
    assert.equal(queued('new', '2026-11-04'), 'fresh later');
  });

  it('of what is weak has what was hard, least likely to be recalled first', () => {
    assert.equal(queued('weak', '2026-11-04'), 'overdue failed');
  });

  it('ahead has what is due soonest first', () => {
    assert.equal(queued('ahead', '2026-11-04'), 'known wellKnown');
  });

  it('ahead has what is least likely to be recalled first where a plan asks for that', () => {
    const candidates = someCandidates({ dueSoon: 'again good 6 good', shaky: 'good 2 good' });
    const aheadBy = (order: 'dueDay' | 'recall') =>
      queue('ahead', candidates, aContext('2026-11-08', { aheadBy: order })).join(' ');
    assert.deepEqual([aheadBy('dueDay'), aheadBy('recall')], ['dueSoon shaky', 'shaky dueSoon']);
  });

  it('stops at the limits of the day, counting what was done today', () => {
    const candidates = someCandidates({
      a: '',
      b: '',
      c: '',
      d: 'good',
      e: 'good',
      f: 'good 3 good',
      g: 'again',
    });
    const context = aContext('2026-11-04', { limits: { newPerDay: 2, reviewsPerDay: 2 } });
    assert.deepEqual(
      [queue('new', candidates, context), queue('due', candidates, context)],
      [
        ['a', 'b'],
        ['g', 'e'],
      ],
    );
  });

  it('counts a question once a day, however often it was graded', () => {
    const cards = [aCard('again again good'), aCard('good'), aCard('hard', { firstDay: '2026-10-31' })];
    const reviewed = advanceCard(
      aCard('good', { firstDay: '2026-10-30' }),
      [{ at: noonOf('2026-11-01'), grade: 'good', practice: false }],
      aScheduling(),
    );
    assert.deepEqual(countToday([...cards, reviewed], '2026-11-01'), { news: 2, reviews: 1 });
  });
});

describe('a backlog', () => {
  it('has the likeliest first after a month away, whatever waited longest', () => {
    const candidates = someCandidates({ shaky: 'hard', firm: 'good 2 good 11 good', middle: 'good 2 good' });
    assert.equal(queued('due', '2027-01-20', candidates), 'firm middle shaky');
  });

  it('gives every fourth place to what was passed over for seven days of study', () => {
    const candidates = someCandidates({ shaky: 'hard', a: 'easy', b: 'easy', c: 'easy', d: 'easy' });
    const days = Array.from({ length: 7 }, (_, day) => addDays('2026-11-02', day));
    const orderAfter = (count: number) =>
      queue('due', candidates, aContext('2026-11-09', { studiedDays: days.slice(0, count) })).join(' ');
    assert.deepEqual([orderAfter(6), orderAfter(7)], ['d c b a shaky', 'shaky d c b a']);
  });

  it('leaves nobody waiting for ever while more comes in than is done', () => {
    const waits = waitWithTooLittleTime({ days: 200, doneEachDay: 5, addedEachDay: 2 });
    assert.ok(waits.longest < 120, `${waits.longest} days`);
    assert.equal(waits.neverAsked, 0);
  });
});

/** 60 questions that are hardly known, and each day some that are well known and win by recall. */
function waitWithTooLittleTime(plan: { days: number; doneEachDay: number; addedEachDay: number }) {
  const { days, doneEachDay, addedEachDay } = plan;
  const cards = new Map<string, Card>();
  const add = (id: string, script: string, firstDay: StudyDay) =>
    cards.set(id, aCard(script, { id, firstDay }));
  for (let number = 0; number < 60; number += 1) add(`shaky${number}`, 'again good', '2026-11-01');
  const waiting = new Set(cards.keys());
  const studiedDays: StudyDay[] = [];
  let longest = 0;
  for (let day = 1; day <= days; day += 1) {
    const today = addDays('2026-11-01', day);
    for (let number = 0; number < addedEachDay; number += 1)
      add(`new${day}.${number}`, 'easy', addDays(today, -8));
    const candidates = [...cards.values()].map((card) => ({ card, isSuspended: false }));
    const limits = { newPerDay: 0, reviewsPerDay: doneEachDay };
    for (const id of queue('due', candidates, aContext(today, { limits, studiedDays }))) {
      const card = cards.get(id);
      if (card === undefined) continue;
      cards.set(
        id,
        advanceCard(card, [{ at: noonOf(today), grade: 'hard', practice: false }], aScheduling()),
      );
      if (waiting.delete(id)) longest = day;
    }
    studiedDays.push(today);
  }
  return { longest, neverAsked: waiting.size };
}

describe('studying ahead and cramming', () => {
  it('never move a due day unless that is asked', () => {
    const random = createRandom(8);
    for (let run = 0; run < 200; run += 1) {
      const card = advanceCard({ id: 'q', state: 'new' }, randomReviews(random, 8), aScheduling());
      if (card.state !== 'review') continue;
      const today = addDays(card.dueDay, -1 - Math.floor(random() * 20));
      const crammed = advanceCard(card, cramOn(today, isPractice(card, today, false)), aScheduling());
      assert.deepEqual(crammed, card);
    }
  });

  it('move it when asked', () => {
    const card = aCard('good 2 good');
    const practice = isPractice(card, '2026-11-05', true);
    assert.notDeepEqual(advanceCard(card, cramOn('2026-11-05', practice), aScheduling()), card);
  });

  it('do not make practice of what is due, new or failed', () => {
    const cards = [aCard('good'), aCard(''), aCard('good 2 again')];
    assert.deepEqual(
      cards.map((card) => isPractice(card, '2026-11-03', false)),
      [false, false, false],
    );
  });
});

const cramOn = (today: StudyDay, practice: boolean) =>
  (['good', 'again', 'easy'] as const).map((grade) => ({ at: noonOf(today), grade, practice }));

describe('the new questions of a plan', () => {
  it('come in its order, whatever the limit, as long as they are new', () => {
    const candidates = someCandidates({ a: '', b: '', c: '', met: 'good' });
    const context = aContext('2026-11-04', {
      limits: { newPerDay: 1, reviewsPerDay: 100 },
      newToday: ['c', 'met', 'gone', 'a'],
    });
    assert.deepEqual(queue('new', candidates, context), ['c', 'a']);
  });
});

describe('leeches', () => {
  const lapsed = (times: number) => `good ${'2 again good '.repeat(times)}`;

  it('are listed from six lapses on, worst first', () => {
    const cards = [5, 6, 8].map((times) => aCard(lapsed(times), { id: `lapsed${times}` }));
    assert.deepEqual(
      gatherLeeches(cards).map(({ id }) => id),
      ['lapsed8', 'lapsed6'],
    );
  });

  it('are a queue of their own, without what is suspended', () => {
    const candidates = someCandidates({
      leech: lapsed(6),
      worse: lapsed(7),
      asleep: `${lapsed(8)} | suspended`,
      known: lapsed(2),
    });
    assert.equal(queued('leeches', '2027-11-01', candidates), 'worse leech');
  });

  it('stay in the queue', () => {
    assert.equal(queued('due', '2027-11-01', someCandidates({ leech: lapsed(7) })), 'leech');
  });
});
