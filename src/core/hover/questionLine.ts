import type { QuestionSummary } from '../bank/question';
import { withoutHiddenCharacters } from '../decks/hiddenCharacters';

/** Tells which question a line of Markdown asks. */
export interface QuestionLineMatcher {
  /** The id of the question whose title the line is, whatever mark, number or label stands before it. */
  match(line: string): string | undefined;
}

/** Longer lines are paragraphs. */
const longestLine = 300;

/** `## 12. **Q:** What is BERT?` asks what a question titled `What is BERT?` asks; of two with one title the first. */
export function createQuestionLineMatcher(
  questions: readonly Pick<QuestionSummary, 'id' | 'title'>[],
): QuestionLineMatcher {
  const ids = new Map<string, string>();
  for (const { id, title } of questions) {
    const words = wordsOf(title);
    // A title of marks alone would be asked by every empty line.
    if (words !== '' && !ids.has(words)) ids.set(words, id);
  }
  return {
    match(line) {
      if (line.length > longestLine) return undefined;
      const words = wordsOf(line);
      return ids.get(words) ?? ids.get(words.replace(/^(?:(?:title|question|q|q?\d+) )+/, ''));
    },
  };
}

/** The words in lower case with a space between them: all that two people write alike. */
function wordsOf(text: string): string {
  return withoutHiddenCharacters(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
