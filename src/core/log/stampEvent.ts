import type { EventBody, StudyEvent } from './event';
import { LOG_VERSION } from './eventFields';
import { formatInstant } from './instant';
import { earliestFor, type Replay } from './replay';

/** Where ids and times come from. */
export interface Stamps {
  /** Milliseconds since 1970. */
  now(): number;
  /** A number in [0, 1). */
  random(): number;
}

const TIME_LENGTH = 9;
const RANDOM_LENGTH = 11;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * An id such as `mibvhq4g0-k3j9x20fa1b`: its time in base 36, so that ids sort as they are made (until the year
 * 5188), and about 57 random bits.
 */
export function createId({ now, random }: Stamps): string {
  return `${now().toString(36).padStart(TIME_LENGTH, '0')}-${randomText(random, RANDOM_LENGTH)}`;
}

/** That many lower-case letters and digits. */
export function randomText(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += DIGITS.charAt(random() * 36);
  return text;
}

/**
 * The event of something done now. When the clock was set back, or is behind another device's, the event gets the
 * first time at which it counts against what `replay` knows.
 */
export function stampEvent(body: EventBody, stamps: Stamps, replay: Replay, batch?: string): StudyEvent {
  const at = formatInstant(Math.max(stamps.now(), earliestFor(body, replay)));
  return { v: LOG_VERSION, id: createId(stamps), at, ...(batch === undefined ? {} : { batch }), ...body };
}
