import type { DeckFile, ReadQuestion, SkippedBlock } from './deck';

/** What one file of a deck holds. Every line that is not blank is in a question or in a skipped block. */
export interface FileReading {
  readonly questions: readonly ReadQuestion[];
  readonly skipped: readonly SkippedBlock[];
}

/** Reads a file in whatever shapes it is written. Linear in the text. */
export function readFile({ path, text }: DeckFile): FileReading {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, at) => (/^#{1,6} .*\?/.test(line) ? [at] : []));
  const questions = starts.map((at, number): ReadQuestion => {
    const end = starts[number + 1] ?? lines.length;
    const answer = lines
      .slice(at + 1, end)
      .join('\n')
      .trim();
    return {
      title: (lines[at] ?? '').replace(/^#+ (\d+\. )?/, ''),
      number: undefined,
      ownId: undefined,
      sections: [],
      level: undefined,
      terms: [],
      parts: {
        shortAnswer: answer,
        keyPoints: [],
        sections: [],
        followUps: [],
        related: [],
        ...(answer === '' ? { isUnanswered: true as const } : {}),
      },
      place: { file: path, line: at + 1, endLine: end },
      answerPlace: answer === '' ? undefined : { file: path, line: at + 2, endLine: end },
    };
  });
  return { questions, skipped: [] };
}
