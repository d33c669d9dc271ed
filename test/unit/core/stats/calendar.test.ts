import assert from 'node:assert/strict';
import { gatherCalendar } from '../../../../src/core/stats/calendar';
import { dateOfDay, type StatsInputs } from '../../../../src/core/stats/inputs';
import { ago, aReview, aStudy, today } from './study';

/** `-2: 3 of a b` for each day with reviews. */
function assertCalendar(study: StatsInputs, expected: string[]): void {
  const shown = gatherCalendar(study).days.map(({ day, reviews, questions }) => {
    const ids = questions.map((position) => study.questions[position]?.id);
    return `${day - today}: ${reviews} of ${ids.join(' ')}`.trim();
  });
  assert.deepEqual(shown, expected);
}

const levelsOf = (study: StatsInputs) => gatherCalendar(study).days.map(({ level }) => level);

describe('the calendar', () => {
  it('has no day when nothing was answered', () => {
    assertCalendar(aStudy({ a: {} }), []);
  });

  it('spans 365 days, the last of them today', () => {
    const { firstDay, lastDay } = gatherCalendar(aStudy({}));
    assert.deepEqual(
      [firstDay, lastDay].map((day) => dateOfDay(day).toISOString().slice(0, 10)),
      ['2025-11-24', '2026-11-23'],
    );
  });

  it('counts each review, and names each question once', () => {
    const study = aStudy({ a: { reviews: [ago(2), ago(2), ago(0)] }, b: { reviews: [ago(2)] } });
    assertCalendar(study, ['-2: 3 of a b', '0: 1 of a']);
  });

  it('counts a review before the day turns to the day before', () => {
    const study = aStudy({ a: { reviews: [aReview({ hour: 3.99 }), aReview({ hour: 4 })] } });
    assertCalendar(study, ['-1: 1 of a', '0: 1 of a']);
  });

  it('counts practice: it was work', () => {
    assertCalendar(aStudy({ a: { reviews: [ago(1, { practice: true })] } }), ['-1: 1 of a']);
  });

  it('counts reviews of questions that the bank has no more, but does not name them', () => {
    assertCalendar(aStudy({ a: { reviews: [ago(1)], isInBank: false } }), ['-1: 1 of']);
  });

  it('leaves out what is older than a year or of a day to come', () => {
    const study = aStudy({ a: { reviews: [ago(365), ago(364), ago(-1)] } });
    assertCalendar(study, ['-364: 1 of a']);
  });

  it('shows a day by how it compares with the busy ones', () => {
    const of = (count: number, daysAgo: number) => Array.from({ length: count }, () => ago(daysAgo));
    const study = aStudy({ a: { reviews: [...of(1, 4), ...of(10, 3), ...of(5, 2), ...of(8, 1)] } });
    assert.deepEqual(levelsOf(study), [1, 4, 3, 4]);
  });

  it('is not dimmed by one long day', () => {
    const usual = Array.from({ length: 12 }, (_, day) => [ago(day + 2), ago(day + 2)]).flat();
    const long = Array.from({ length: 500 }, () => ago(1));
    assert.deepEqual(new Set(levelsOf(aStudy({ a: { reviews: [...usual, ...long] } }))), new Set([4]));
  });
});
