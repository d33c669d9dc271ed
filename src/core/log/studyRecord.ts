import { isPractice } from '../schedule/queue';
import type { Grade } from '../schedule/session';
import type { DailyPlanOptions } from './dailyPlan';
import type { EventBody, StudyEvent } from './event';
import { createStanding, type Standing } from './standing';
import { stampEvent, type Stamps } from './stampEvent';
import type { StudyLog } from './studyLog';
import { lastAction, type Action } from './undo';

/** What a person has done with the questions, and what follows from it. A replay of the study log. */
export interface StudyRecord extends Standing {
  /**
   * Keeps a review, and gives the event that takes it back. It is for practice where the question is not due, unless the
   * settings let due days move.
   */
  review(review: ReviewGiven): Promise<string>;
  /** Keeps what was done, in one go. Rejects when it can't be kept. */
  append(...bodies: readonly EventBody[]): Promise<readonly string[]>;
  /** Keeps an import or a restored back-up, whose last event names the batch. Rejects when it can't be kept. */
  appendBatch(events: readonly StudyEvent[]): Promise<void>;
  /** Takes back what was done last, in this window if anything was; gives it, or `undefined` when there is nothing. */
  undo(): Promise<Action | undefined>;
}

export interface ReviewGiven {
  readonly question: string;
  readonly grade: Grade;
  readonly shownSeconds: number;
  readonly thinkingSeconds: number;
  readonly ticked: readonly number[];
  readonly keyPoints: number;
}

export interface StudyRecordOptions extends Omit<DailyPlanOptions, 'state'> {
  readonly log: StudyLog;
  /** New ids and the time, for what this window does. */
  readonly stamps: Stamps;
}

/** Rejects when the log can't be read. */
export async function loadStudyRecord({ log, stamps, ...options }: StudyRecordOptions): Promise<StudyRecord> {
  const { replay } = await log.load();
  const standing = createStanding({ ...options, state: replay.state });
  const recent: string[] = [];
  const append = async (...bodies: readonly EventBody[]) => {
    const events = bodies.map((body) => stampEvent(body, stamps, replay));
    await log.append(events);
    const ids = events.map(({ id }) => id);
    recent.push(...ids);
    return ids;
  };
  return {
    ...standing,
    async review(given) {
      const { aheadMovesDueDays } = standing.plan();
      const practice = isPractice(standing.cardOf(given.question), standing.today(), aheadMovesDueDays);
      const [event = ''] = await append({ type: 'reviewed', ...given, ...(practice ? { practice } : {}) });
      return event;
    },
    append,
    async appendBatch(events) {
      if (events.length > 0) await log.append(events);
      const batch = events.at(-1)?.batch;
      if (batch !== undefined) recent.push(batch);
    },
    async undo() {
      const action = lastAction(replay, recent);
      if (action !== undefined) await append({ type: 'undone', targets: [action.target] });
      return action;
    },
  };
}
