import type { Question } from '../../../../../src/core/bank/question';
import { pick, repeat } from '../../../random';

/** A question of the deck `list` with all that one may have. */
export function aQuestion(fields: Partial<Question> = {}): Question {
  return {
    id: 'list--what-is-lora',
    title: 'What is LoRA?',
    topic: 'list--tuning',
    deck: 'list',
    terms: [],
    shortAnswer: 'A low-rank update.',
    keyPoints: [],
    sections: [],
    followUps: [],
    related: [],
    ...fields,
  };
}

/** A question with all fields that there are, each with texts of its own: the compiler asks for a new one. */
export const wholeQuestion: Required<Question> = {
  id: 'list--own-id',
  title: 'Own title?',
  level: 'hard',
  topic: 'list--own-topic',
  deck: 'list',
  isUnanswered: true,
  terms: ['own term'],
  shortAnswer: 'Own short answer.',
  hint: 'Own hint.',
  keyPoints: ['own key point'],
  sections: [{ heading: 'Own heading', markdown: 'Own part.' }],
  followUps: ['Own follow-up?'],
  related: ['list--own-neighbour'],
  checked: '2026-11-22',
  prompt: 'Own prompt.',
  options: [{ letter: 'A', text: 'own option', isRight: true }],
};

/** A question of the bank. */
export function aBankQuestion(id: string, topic: string): Question {
  const { title, terms, shortAnswer, keyPoints, sections, followUps, related } = aQuestion();
  return { id, title, topic, terms, shortAnswer, keyPoints, sections, followUps, related };
}

/** What breaks formats: quotes, ends of lines, marks at the beginning, fences, other scripts. */
export const nastyPieces: readonly [string, ...string[]] = [
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u0000',
  ' ',
  '   ',
  '=1+1',
  '=cmd|"/C calc"!A0',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '#',
  '# ',
  '## Options',
  '## Key points\n',
  '### Deep',
  '---',
  '\n---\n',
  '...',
  '\n...\n',
  '```',
  '```python\n',
  '\n```\n',
  '~~~~',
  '- a',
  '\n- b',
  '- [x] A: c',
  '* d',
  '1. e',
  '> f',
  '|a|b|',
  '$x^2$',
  '$$\\frac{a}{b}$$',
  '\n$$\na<b\n$$\n',
  '$5 and $6',
  '\\$',
  '\\\\(x\\\\)',
  '[sound:x.mp3]',
  '[latex]',
  '<b>',
  '<script>alert(1)</script>',
  '</details>',
  '&amp;',
  '{{c1::x}}',
  'true',
  'null',
  '~',
  '*alias',
  '&anchor',
  '!tag',
  '%',
  ': ',
  ' #',
  '[a](b)',
  '🧠',
  '👩‍💻',
  'déjà',
  '注意力',
  'مرحبا',
  'word',
  'two words',
  'LoRA',
];

export function nastyText(random: () => number, most = 8): string {
  return repeat(random, 0, most, () => pick(random, nastyPieces)).join('');
}

/** Any question, of which no reader would make most. */
export function nastyQuestion(random: () => number): Question {
  const text = () => nastyText(random);
  const texts = () => repeat(random, 0, 3, text);
  const maybe = <K extends keyof Question>(key: K, create: () => NonNullable<Question[K]>) =>
    random() < 0.4 ? { [key]: create() } : {};
  return aQuestion({
    title: text(),
    terms: texts(),
    shortAnswer: text(),
    keyPoints: texts(),
    followUps: texts(),
    sections: repeat(random, 0, 3, () => ({
      heading: pick(random, ['', 'Explanation', 'Example', 'References', 'Key points', 'My own', text()]),
      markdown: text(),
    })),
    related: repeat(random, 0, 2, () => pick(random, ['list--other', 'of-the-bank'])),
    ...maybe('level', () => pick(random, ['easy', 'medium', 'hard'])),
    ...maybe('checked', () => '2026-11-22'),
    ...maybe('hint', text),
    ...maybe('options', () =>
      repeat(random, 1, 3, () => ({
        letter: pick(random, ['A', 'B', 'C']),
        text: text(),
        isRight: random() < 0.5,
      })),
    ),
  });
}
