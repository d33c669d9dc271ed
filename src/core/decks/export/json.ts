import type { Exported } from './exported';

/**
 * Questions as JSON, two spaces deep:
 *
 *     {
 *       "format": "llm-interview-study/questions",
 *       "version": 1,
 *       "decks": [{ "id", "title" }],
 *       "topics": [{ "id", "title", "about", "deck"? }],
 *       "questions": [{
 *         "id", "title", "level"?, "topic", "deck"?, "isUnanswered"?: true, "terms": [text],
 *         "prompt"?, "shortAnswer", "hint"?, "keyPoints": [text], "sections": [{ "heading", "markdown" }],
 *         "followUps": [text], "related": [id], "options"?: [{ "letter", "text", "isRight" }],
 *         "checked"?: "YYYY-MM-DD"
 *       }]
 *     }
 *
 * Texts are Markdown with TeX between `$…$` and `$$…$$`. A field with `?` is there where the question has it; `deck` is
 * missing for the bank's. A section without a heading is the rest of the answer, below the short one. Where a deck's
 * question stands in its files isn't said.
 */
export function writeJson({ questions, topics, decks }: Exported): string {
  const usedTopics = new Set(questions.map(({ topic }) => topic));
  const usedDecks = new Set(questions.map(({ deck }) => deck));
  const document = {
    format: 'llm-interview-study/questions',
    version: 1,
    decks: decks.filter(({ id }) => usedDecks.has(id)).map(({ id, title }) => ({ id, title })),
    topics: topics
      .filter(({ id }) => usedTopics.has(id))
      .map(({ id, title, about, deck }) => ({ id, title, about, deck })),
    questions: questions.map((question) => ({
      id: question.id,
      title: question.title,
      level: question.level,
      topic: question.topic,
      deck: question.deck,
      isUnanswered: question.isUnanswered,
      terms: question.terms,
      prompt: question.prompt,
      shortAnswer: question.shortAnswer,
      hint: question.hint,
      keyPoints: question.keyPoints,
      sections: question.sections,
      followUps: question.followUps,
      related: question.related,
      options: question.options,
      checked: question.checked,
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
