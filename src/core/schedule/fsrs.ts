import { FSRSAlgorithm, get_fuzz_range, Rating } from 'ts-fsrs';
import type { Grade } from './session';

/** What FSRS-6 remembers of a question. */
export interface Memory {
  /** Days until the probability of recall has fallen to 90%. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
}

/** FSRS-6 with one person's parameters. All times are whole study days. */
export interface MemoryModel {
  /** Memory after a grade; `undefined` before the first one. Elapsed days 0 is another grade on the same study day. */
  nextMemory(memory: Memory | undefined, grade: Grade, elapsedDays: number): Memory;
  /** The probability of recall that many days after the last grade. */
  retrievability(memory: Memory, elapsedDays: number): number;
  /** When the probability of recall falls to the desired one, from 1 to `maximumDays`. */
  nextIntervalDays(memory: Memory, desiredRetention: number, maximumDays: number): number;
}

const RATINGS = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const satisfies Record<Grade, Rating>;

/** `parameters` are the 21 of FSRS-6; without them, the published defaults. */
export function createMemoryModel(parameters?: readonly number[]): MemoryModel {
  const algorithm = new FSRSAlgorithm(parameters === undefined ? {} : { w: parameters });
  /** Nearly always the same as the last time. */
  let last = { desiredRetention: 0, factor: 0 };
  return {
    nextMemory: (memory, grade, elapsedDays) =>
      algorithm.next_state(memory ?? null, elapsedDays, RATINGS[grade]),
    retrievability: (memory, elapsedDays) => algorithm.forgetting_curve(elapsedDays, memory.stability),
    nextIntervalDays(memory, desiredRetention, maximumDays) {
      if (last.desiredRetention !== desiredRetention) {
        last = { desiredRetention, factor: algorithm.calculate_interval_modifier(desiredRetention) };
      }
      const days = memory.stability * last.factor;
      return Math.min(Math.max(1, Math.round(days)), maximumDays);
    },
  };
}

/** The published parameters. */
export const defaultModel: MemoryModel = createMemoryModel();

/** Below this the published fuzz leaves an interval alone. */
const SHORTEST_FUZZED = 2.5;

/** An interval moved a little, so that what was learned together comes apart. The same seed moves it the same way. */
export function fuzzIntervalDays(intervalDays: number, seed: string, maximumDays: number): number {
  if (intervalDays < SHORTEST_FUZZED) return intervalDays;
  const { min_ivl: least, max_ivl: most } = get_fuzz_range(intervalDays, 0, maximumDays);
  return Math.floor(least + fraction(seed) * (most - least + 1));
}

/** A number in [0, 1) from a text: FNV-1a, then the finisher of MurmurHash3, since FNV's high bits mix late. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
