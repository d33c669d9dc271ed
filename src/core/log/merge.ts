import type { StudyEvent } from './event';
import { parseInstant } from './instant';
import { readLines } from './logText';

/**
 * One text with every line of several: events in order of (at, id), each line as it was and once, and behind them
 * the lines that are no events. The order of the texts means nothing, and merging again changes nothing.
 */
export function mergeLogTexts(texts: readonly string[]): string {
  const events = new Map<string, WrittenEvent>();
  const others = new Set<string>();
  for (const text of texts) {
    for (const line of readLines(text)) {
      for (const { text: written, event } of line.events) {
        if (!events.has(written)) events.set(written, { at: parseInstant(event.at), id: event.id, written });
      }
      for (const { text: other } of line.setAside) others.add(other);
    }
  }
  const inOrder = [...events.values()].sort(compareWritten);
  const lines = [...inOrder.map(({ written }) => written), ...[...others].sort(compareTexts)];
  return lines.map((line) => `${line}\n`).join('');
}

/** What the order of lines looks at: the events themselves would be most of the memory of a long log. */
interface WrittenEvent {
  /** In ms since 1970. */
  readonly at: number;
  readonly id: string;
  readonly written: string;
}

function compareWritten(a: WrittenEvent, b: WrittenEvent): number {
  return a.at - b.at || compareTexts(a.id, b.id) || compareTexts(a.written, b.written);
}

export function compareEvents(a: StudyEvent, b: StudyEvent): number {
  return compareTexts(a.at, b.at) || compareTexts(a.id, b.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
