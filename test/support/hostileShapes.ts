import type { DeckFile } from '../../src/core/decks/deck';

const page = (text: string): DeckFile[] => [{ path: 'page.md', text }];
const answered = '## What is x?\n\nAn answer.\n';

/** A text in each field of each shape that is read, one deck each. A field of one line has it on one line. */
export const hostileShapes: Readonly<Record<string, (text: string) => DeckFile[]>> = {
  heading: (text) => page(`# ${inLine(text)}\n\n## ${inLine(text)}?\n\n${text}\n\n### Answer\n\n${text}\n`),
  label: (text) =>
    page(`Q: ${inLine(text)}?\n\nA: ${text}\n\n**Q:** ${inLine(text)}? **A:** ${inLine(text)}\n`),
  details: (text) => page(`<details><summary>${inLine(text)}?</summary>\n\n${text}\n\n</details>\n`),
  flashcard: (text) => page(`${inLine(text)}? :: ${inLine(text)}\n\n${inLine(text)}?\n?\n${text}\n`),
  bold: (text) => page(`**${inLine(text)}?**\n\n${text}\n\n**Answer:** ${text}\n`),
  'list item': (text) =>
    page(
      `1. ${inLine(text)}?\n   - ${inLine(text)}\n2. What is x?\n   ${text}\n\n- **${inLine(text)}?** ${text}\n`,
    ),
  'table row': (text) =>
    page(
      `| Question | Answer |\n|---|---|\n| ${inLine(text)}? | ${inLine(text)} |\n| [What is x?](${inLine(text)}) | |\n`,
    ),
  plain: (text) =>
    page(`What is ${inLine(text)}?

${text}

***

What is x?

${text}
`),
  options: (text) =>
    page(
      `## What is x?\n\n${text}\n\nA) ${inLine(text)}\nB) y\nC) ${inLine(text)}\n\n**Answer:** A\n\n${text}\n`,
    ),
  'own format': (text) =>
    page(
      `---\nid: ${quoted(text)}\ntitle: ${quoted(text)}\nlevel: ${quoted(text)}\nterms: [${quoted(text)}]\n` +
        `related: [${quoted(text)}]\n---\n\n${text}\n\n## Hint\n\n${text}\n\n## Prompt\n\n${text}\n\n` +
        `## Options\n\n- [x] A\u202E: ${inLine(text)}\n- [ ] B: ${inLine(text)}\n\n## Key points\n\n- ${inLine(text)}\n\n` +
        `## ${inLine(text)}\n\n${text}\n\n## Follow-ups\n\n- ${inLine(text)}\n`,
    ),
  'front matter': (text) =>
    page(`---\nquestion: ${quoted(text)}\n${inLine(text)}: ${quoted(text)}\n---\n\n${text}\n`),
  'broken front matter': (text) => page(`---\ntitle: ${text}\nlevel: easy\n---\n\n${text}\n`),
  'own id': (text) => page(`## What is x? {#${inLine(text)}}\n\n${text}\n`),
  'topics.yaml': (text) => [
    {
      path: 'topics.yaml',
      text: `- id: ${quoted(text)}\n  title: ${quoted(text)}\n- id: a\n  title: ${quoted(text)}\n`,
    },
    { path: 'a/x.md', text: answered },
  ],
  'broken topics.yaml': (text) => [
    { path: 'topics.yaml', text: `- id: ${text}\n  title: ${text}\n` },
    { path: 'a/x.md', text: answered },
  ],
  'table of categories': (text) =>
    page(
      `| Category | Questions | Folder |\n|---|---|---|\n| ${inLine(text)} | Q1–Q2 | [a](${inLine(text)}) |\n` +
        `| Other | Q3–Q4 | [b](b) |\n\n## 1. What is x?\n\n${text}\n\n## 3. What is y?\n\n${text}\n`,
    ),
  'links of an index': (text) => [
    {
      path: 'README.md',
      text: `- [What is x?](${inLine(text)})\n- [${inLine(text)}?](a.md)\n- [What is y?](#${inLine(text)})\n`,
    },
    { path: 'a.md', text: answered },
    ...page(`## ${inLine(text)}\n\n${text}\n`),
  ],
  'file and folder': (text) => [
    { path: `${nameOf(text)}/${nameOf(text)}.md`, text: answered },
    { path: `${nameOf(text)}/own.md`, text: `---\ntitle: What is y?\nlevel: easy\n---\n\n${text}\n` },
    { path: 'a.md', text: `[a](${inLine(text)})\n\n${answered}` },
  ],
};

function inLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** What of it a disk takes as a name. */
function nameOf(text: string): string {
  return text.replace(/[/\u0000]|^\.+$/g, '').slice(0, 200) || 'x';
}
