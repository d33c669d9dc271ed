import { FSRSAlgorithm, Rating, type FSRSState } from 'ts-fsrs';
import { encodeEvents } from '../../../src/core/log/logText';
import { mergeLogTexts } from '../../../src/core/log/merge';
import { replayEvents } from '../../../src/core/log/replay';
import type { QuestionState, StudyState } from '../../../src/core/log/studyState';
import { replayCard, type Card, type StudiedCard } from '../../../src/core/schedule/memory';
import { dayNumberOf, numberOfDay } from '../../../src/core/schedule/studyDay';
import { gatherProgress, type Progress } from '../../../src/core/stats/progress';
import { createRandom } from '../../../src/core/util/random';
import { shuffle } from '../../../src/core/util/shuffle';
import type { ReportRow } from '../report';
import { generateReviews, questionIds } from './events';
import { settings } from './settings';
import { formatRatio, medianTimesMs } from './timing';

const reviews = 100_000;
const { clock, model } = settings.scheduling;

/** What is made of a log in memory: the cards, beside FSRS alone, and the statistics, beside the cards. */
export async function benchComputing(report: ReportRow): Promise<void> {
  const state = replayEvents(generateReviews(reviews));
  const cards = replayCards(state);
  const steps = [...state.questions.values()].map(gatherSteps);
  const [replaying, bare, statistics] = await medianTimesMs([
    () => replayCards(state),
    () => steps.map(runFsrs),
    () => gatherStatistics(state, cards),
  ]);
  const many = `${reviews.toLocaleString('en')} reviews`;
  const peer = { ours: replaying, theirs: bare, theirName: 'next_state of ts-fsrs alone' };
  report({ what: `${many} replayed to the cards of ${questionIds.length} questions`, ...formatRatio(peer) });
  const besideCards = { ours: statistics, theirs: replaying, theirName: 'their cards' };
  report({ what: `statistics of ${many}`, ...formatRatio(besideCards) });
}

function replayCards({ questions }: StudyState): ReadonlyMap<string, Card> {
  return new Map([...questions].map(([id, state]) => [id, replayCard(state, settings.scheduling)]));
}

/** A review as FSRS wants it. */
interface Step {
  readonly elapsedDays: number;
  readonly rating: Rating;
}

const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };

function gatherSteps({ reviews: ofQuestion }: QuestionState): Step[] {
  const days = ofQuestion.map(({ at }) => dayNumberOf(at, clock));
  return ofQuestion.map(({ grade }, place) => ({
    elapsedDays: (days[place] ?? 0) - (days[place - 1] ?? days[place] ?? 0),
    rating: ratings[grade],
  }));
}

const algorithm = new FSRSAlgorithm({});

function runFsrs(steps: readonly Step[]): FSRSState | null {
  let memory: FSRSState | null = null;
  for (const { elapsedDays, rating } of steps) memory = algorithm.next_state(memory, elapsedDays, rating);
  return memory;
}

/** As the progress page asks for them. */
function gatherStatistics({ questions }: StudyState, cards: ReadonlyMap<string, Card>): Progress {
  const studied = (id: string): StudiedCard | undefined => {
    const card = cards.get(id);
    return card === undefined || card.state === 'new' ? undefined : card;
  };
  const today = Math.max(...[...questions.values()].map(({ reviews: all }) => all.at(-1)?.at ?? 0));
  return gatherProgress({
    questions: questionIds.map((id, number) => ({ id, topic: `topic-${number % 22}` })),
    states: questions,
    recallOn(id, day) {
      const card = studied(id);
      return card && model.retrievability(card.memory, Math.max(0, day - numberOfDay(card.lastDay)));
    },
    dueDayOf(id) {
      const card = studied(id);
      return card && numberOfDay(card.dueDay);
    },
    dayOf: (at) => dayNumberOf(at, clock),
    today: dayNumberOf(today, clock),
    interviewDay: undefined,
  });
}

const [fewer, more] = [10_000, 100_000];
const mostTimesFewer = 12;

/** Files of a window each, as one window leaves them. */
const eventsPerFile = 100;

/** The files of a month's windows folded into one: ten times the events must not take much more than ten times as long. */
export async function benchMerging(report: ReportRow): Promise<void> {
  const [few, many] = [createTexts(fewer), createTexts(more)];
  const [ofFew, ofMany] = await medianTimesMs([() => mergeLogTexts(few), () => mergeLogTexts(many)]);
  const theirName = `of ${fewer.toLocaleString('en')}`;
  report({
    what: `files of ${more.toLocaleString('en')} events, ${eventsPerFile} each, folded into one`,
    ...formatRatio({ ours: ofMany, theirs: ofFew, theirName }, mostTimesFewer),
  });
}

function createTexts(count: number): string[] {
  const events = generateReviews(count);
  const files = Array.from({ length: count / eventsPerFile }, (_, number) =>
    encodeEvents(events.slice(number * eventsPerFile, (number + 1) * eventsPerFile)),
  );
  return shuffle(files, createRandom(count));
}
