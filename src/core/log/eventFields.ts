import { GRADES } from '../schedule/session';
import type { StudyEvent } from './event';
import { isStudyDay, parseInstant } from './instant';

/** The form of lines that this version writes. */
export const LOG_VERSION = 1;

export type EventType = StudyEvent['type'];

/** Of an object that JSON gave: no name of a field is one that all objects have. */
type Fields = Readonly<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly isOptional?: true;
  holds(value: unknown): boolean;
  /** What it must be, to go on after `"grade" must be`. */
  readonly wanted: string;
}

const MOST_SECONDS = 86_400;
const MOST_KEY_POINTS = 1000;
const MOST_CHARACTERS_OF_QUESTION = 500;

const isText = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown) => isText(value) && /^[a-z0-9-]{8,64}$/.test(value);
const isInstant = (value: unknown) => isText(value) && parseInstant(value) >= 0;
const isGrade = (value: unknown) => (GRADES as readonly unknown[]).includes(value);
const isSeconds = (value: unknown) =>
  typeof value === 'number' && value >= 0 && value <= MOST_SECONDS && !Object.is(value, -0);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' &&
  (value | 0) === value &&
  value >= 0 &&
  value <= MOST_KEY_POINTS &&
  !Object.is(value, -0);
const isQuestion = (value: unknown) =>
  isText(value) && value.length <= MOST_CHARACTERS_OF_QUESTION && /^[^\0-\x1f\x7f]+$/.test(value);

/** Tells whether the value is a list of whole numbers that rise and stay below `limit`. */
function isRising(value: unknown, limit = MOST_KEY_POINTS): boolean {
  if (!Array.isArray(value)) return false;
  let last = -1;
  for (const number of value as readonly unknown[]) {
    if (!isCount(number) || number <= last || number >= limit) return false;
    last = number;
  }
  return true;
}

const ID = 'lower-case letters, digits and "-", 8 to 64 of them';
const SECONDS = `a number of seconds from 0 to ${String(MOST_SECONDS)}`;

const HEAD: readonly Field[] = [
  { name: 'v', holds: (value) => value === LOG_VERSION, wanted: String(LOG_VERSION) },
  { name: 'id', holds: isId, wanted: ID },
  {
    name: 'at',
    holds: isInstant,
    wanted: 'a time such as "2026-11-23T16:00:00.000Z"',
  },
  { name: 'batch', isOptional: true, holds: isId, wanted: ID },
];

const QUESTION: Field = {
  name: 'question',
  holds: isQuestion,
  wanted: `a question's id, 1 to ${String(MOST_CHARACTERS_OF_QUESTION)} characters without control characters`,
};

/** The fields of each kind, in the order in which they are written. */
const BODIES: Readonly<Record<EventType, readonly Field[]>> = {
  reviewed: [
    QUESTION,
    {
      name: 'grade',
      holds: isGrade,
      wanted: `one of ${GRADES.join(', ')}`,
    },
    { name: 'shownSeconds', holds: isSeconds, wanted: SECONDS },
    { name: 'thinkingSeconds', holds: isSeconds, wanted: SECONDS },
    { name: 'ticked', holds: (value) => isRising(value), wanted: 'a list of whole numbers from 0, rising' },
    { name: 'keyPoints', holds: isCount, wanted: `a whole number from 0 to ${String(MOST_KEY_POINTS)}` },
    { name: 'practice', isOptional: true, holds: (value) => value === true, wanted: 'true, or left out' },
  ],
  seen: [QUESTION],
  suspended: [QUESTION],
  resumed: [QUESTION],
  buried: [
    QUESTION,
    {
      name: 'until',
      holds: (value) => isText(value) && isStudyDay(value),
      wanted: 'a day such as "2026-11-24"',
    },
  ],
  bookmarked: [
    QUESTION,
    { name: 'on', holds: (value) => typeof value === 'boolean', wanted: 'true or false' },
  ],
  noted: [QUESTION, { name: 'text', holds: isText, wanted: 'text' }],
  reset: [QUESTION],
  undone: [
    {
      name: 'targets',
      holds: (value) => Array.isArray(value) && value.every(isId),
      wanted: `a list of ids: ${ID}`,
    },
  ],
};

const TYPE = 'type';

/** Of every kind, the names of its fields in the order in which they are written. */
const ORDER = new Map(
  Object.entries(BODIES).map(([type, body]) => [
    type,
    [...HEAD, { name: TYPE }, ...body].map(({ name }) => name),
  ]),
);

export function isEventType(type: unknown): type is EventType {
  return isText(type) && ORDER.has(type);
}

/**
 * The same event with its fields in the order of the format, those that the format doesn't know last; itself where they
 * are so already, as in what is about to be kept.
 */
export function inOrder(event: StudyEvent): object {
  const order = ORDER.get(event.type) ?? [];
  if (isInOrder(Object.keys(event), order)) return event;
  const given = new Map<string, unknown>(Object.entries(event));
  const names = new Set([...order, ...given.keys()]);
  return Object.fromEntries(
    [...names].flatMap((name) => (given.get(name) === undefined ? [] : [[name, given.get(name)]])),
  );
}

function isInOrder(names: readonly string[], order: readonly string[]): boolean {
  let last = -1;
  for (const name of names) {
    const place = order.indexOf(name);
    const rank = place === -1 ? order.length : place;
    if (rank < last) return false;
    last = rank;
  }
  return true;
}

/** What is wrong with a value that should be an event, in words: `"on" must be true or false`. */
export function faultOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it must be an object';
  const fields = value as Fields;
  const { type } = fields;
  const bad = HEAD.find((field) => !isRight(field, fields));
  if (bad !== undefined) return `"${bad.name}" must be ${bad.wanted}`;
  if (!isEventType(type)) return `"type" must be one of ${[...ORDER.keys()].join(', ')}`;
  const wrong = BODIES[type].find((field) => !isRight(field, fields));
  if (wrong !== undefined) return `"${wrong.name}" must be ${wrong.wanted}`;
  if (type === 'reviewed' && ticksTooMuch(fields)) return '"ticked" must name numbers below "keyPoints"';
  return isDeep(value, MOST_NESTING) ? `it must not nest deeper than ${String(MOST_NESTING)}` : undefined;
}

function isRight({ name, isOptional, holds }: Field, fields: Fields): boolean {
  return isOptional === true && !Object.hasOwn(fields, name) ? true : holds(fields[name]);
}

function ticksTooMuch({ ticked, keyPoints }: Fields): boolean {
  const last = (ticked as readonly number[]).at(-1);
  return last !== undefined && last >= Number(keyPoints);
}

/** What a format yet to come adds must be short enough to be written again: `JSON.stringify` recurses. */
const MOST_NESTING = 50;

function isDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeep(inner, left - 1));
}
