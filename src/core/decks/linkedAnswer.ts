import { readAnswer } from './answer';
import type { ReadQuestion } from './deck';
import { titleKey } from './ids';
import { findNoise, findNoiseInLine } from './noise';
import type { FileReading } from './readFile';
import { scanLines, type ScannedLine } from './scanLines';
import { plainTitle } from './title';

type LinkedAnswer = Pick<ReadQuestion, 'parts'> & {
  readonly answerPlace: NonNullable<ReadQuestion['answerPlace']>;
};

/** A page without a question of its own is the answer, but for its title. */
export function answerFromFile({ path, text }: FileReading): LinkedAnswer {
  const lines = scanLines(text);
  const first = lines.findIndex(({ kind }) => kind !== 'blank' && kind !== 'frontMatter');
  const start = lines[first]?.kind === 'heading' ? first + 1 : Math.max(0, first);
  return answerOf(path, lines, start, lines.length - 1);
}

/** What stands below the heading that an anchor names; `undefined` where there is none. */
export function answerFromSection({ path, text }: FileReading, anchor: string): LinkedAnswer | undefined {
  const lines = scanLines(text);
  const key = titleKey(anchor);
  const levels = lines.map(({ kind, text: line }) =>
    kind === 'heading' ? (/^\s*(#{1,6})/.exec(line)?.[1]?.length ?? 1) : 0,
  );
  const at = lines.findIndex(
    ({ kind, text: line }) => kind === 'heading' && titleKey(plainTitle(line)) === key,
  );
  if (at < 0 || key === '') return undefined;
  const next = levels.findIndex((level, line) => line > at && level > 0 && level <= (levels[at] ?? 1));
  return answerOf(path, lines, at + 1, (next < 0 ? lines.length : next) - 1);
}

function answerOf(path: string, lines: readonly ScannedLine[], start: number, end: number): LinkedAnswer {
  let last = end;
  for (let isNoise = true; isNoise && last >= start;) {
    while (last >= start && lines[last]?.kind === 'blank') last--;
    const line = lines[last];
    isNoise =
      line !== undefined && last >= start && (findNoiseInLine(line) ?? findNoise([line])) !== undefined;
    if (isNoise) last--;
  }
  const kept = lines.slice(start, last + 1).map(({ text }) => text);
  return {
    parts: readAnswer(kept, ''),
    answerPlace: { file: path, line: start + 1, endLine: Math.max(start, last) + 1 },
  };
}
