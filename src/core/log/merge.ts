import type { StudyEvent } from './event';
import { readLines } from './logText';

/**
 * One text with every line of several: events in order of (at, id), each line as it was and once, and behind them
 * the lines that are no events. The order of the texts means nothing, and merging again changes nothing.
 */
export function mergeLogTexts(texts: readonly string[]): string {
  const events = new Map<string, StudyEvent>();
  const others = new Set<string>();
  for (const text of texts) {
    for (const line of readLines(text)) {
      for (const { text: written, event } of line.events) events.set(written, event);
      for (const { text: other } of line.setAside) others.add(other);
    }
  }
  const inOrder = [...events].sort(
    ([textA, a], [textB, b]) => compareEvents(a, b) || compareTexts(textA, textB),
  );
  const lines = [...inOrder.map(([text]) => text), ...[...others].sort(compareTexts)];
  return lines.map((line) => `${line}\n`).join('');
}

export function compareEvents(a: StudyEvent, b: StudyEvent): number {
  return compareTexts(a.at, b.at) || compareTexts(a.id, b.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
