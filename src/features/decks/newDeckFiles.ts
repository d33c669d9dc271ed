import { l10n } from 'vscode';
import type { DeckFile } from '../../core/decks/deck';

/** What a new deck begins with: the format explained, and shown. Its words are the format's, in English. */
export function newDeckFiles(name: string): DeckFile[] {
  return [
    { path: 'README.md', text: readme(name) },
    { path: 'topics.yaml', text: topics },
    { path: 'training/learning-rate-warm-up.md', text: exampleQuestion },
    { path: 'loose-notes.md', text: looseNotes },
    { path: 'from-a-chat.md', text: fromAChat },
    { path: 'to-unfold.md', text: toUnfold },
  ];
}

function readme(name: string): string {
  const text =
    l10n.t(`This folder is a deck of LLM Interview Study. Every Markdown file in it is read as it stands, and shown as it
changes. Delete the examples when you have your own.

## A file per question

The file \`training/learning-rate-warm-up.md\` shows all parts. Only the title, the terms (\`[]\` for none) and the short answer are needed:

\`\`\`markdown
---
title: The question, as an interviewer asks it
level: easy, medium or hard
terms: [words, that a hover, recognises]
---
The short answer: what you would say first.

## Explanation

The reasoning, with mathematics between dollar signs.

## Key points

- One claim each. They are what you tick in a quiz.

## References

- Where it says so.
\`\`\`

The name of the file is the question's id: keep it, and the question keeps its history whatever you change in it. The
parts *Example*, *Common mistakes* and *Follow-ups* may stand there, too.

## Many questions in a file

The shapes that people write in are read as well, one in a file: \`loose-notes.md\` has a heading per question,
\`from-a-chat.md\` Q and A, \`to-unfold.md\` questions that unfold. Headings above them become topics. Where two shapes
are mixed, the rarer one may be taken for a part of an answer.

## Topics

A folder is a topic. The file \`topics.yaml\` gives the folders titles and an order; without it they have their names.

## Not answered yet

A question with nothing below it, or with TODO, is listed as unanswered. *Write the Answer* opens it at its place.`);
  return `# ${name}\n\n${text}\n`;
}

const topics = `# The topics of this deck, in order: a folder each. Delete this file, and the folders' names are the titles.
- id: training
  title: Training
  about: "How a model is trained."
`;

const exampleQuestion = `---
title: What is learning-rate warm-up, and why is it used?
level: medium
terms: [warm-up, warmup, learning-rate schedule, warmup_steps]
checked: 2026-11-26
---
Training begins with a learning rate near zero that grows to its full value over the first steps. Early gradients are
large and the optimizer's estimates of them are poor, so full steps at once can push the weights where training does
not recover.

## Explanation

With $s$ steps of linear warm-up and a full rate $\\eta$, step $t \\le s$ uses

$$
\\eta_t = \\eta \\cdot \\frac{t}{s} .
$$

After it, the rate usually falls again, along a cosine or with $1/\\sqrt{t}$. The original Transformer used 4,000 steps of
warm-up. How many are needed depends on batch size, optimizer and where the layer normalization stands.

## Example

With $\\eta = 3 \\cdot 10^{-4}$ and $s = 2000$, step 500 uses $3 \\cdot 10^{-4} \\cdot 500 / 2000 = 7.5 \\cdot 10^{-5}$.

## Key points

- The rate grows from near zero to its full value over the first steps.
- It keeps training stable while gradients are large and the optimizer's estimates are poor.
- It is followed by a decay; the two together are the schedule.

## Common mistakes

- Calling any falling schedule a warm-up. Warm-up is the part that rises.

## Follow-ups

- Why does a larger batch often need a longer warm-up?

## References

- Goyal et al., *Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour*, 2017. arXiv:1706.02677
- Vaswani et al., *Attention Is All You Need*, 2017. arXiv:1706.03762
`;

const looseNotes = `# Loose notes

## 1. What is a token?

A piece of text that a model reads as one: a word, a part of a word or a single byte. A tokenizer cuts text into them.

## 2. What is a context window?

**Answer:** The number of tokens that a model can take into account at once, the prompt and its own output together.

## 3. What is the difference between a base model and an instruction-tuned one?

TODO
`;

const fromAChat = `# From a chat

**Q: What does greedy decoding do?**

A: It takes the most probable token at each step. It is fast and always gives the same text, but a sequence of best
steps need not be the best sequence.

**Q: What does a temperature of zero mean?**

A: In practice, greedy decoding: ever sharper probabilities leave the most probable token alone.
`;

const toUnfold = `# To unfold

<details>
<summary>What is a logit?</summary>

The score of a token before the softmax turns the scores into probabilities.

</details>

<details>
<summary>What does a softmax keep?</summary>

The order of the scores, and the ratios that their differences make.

</details>
`;
