import type { Question } from '../../bank/question';
import { oneLine, type Exported } from './exported';

/** Turns texts into HTML for a card. */
export interface CardHtml {
  /** Of Markdown: paragraphs, lists, code …; formulas as `\(…\)` and `\[…\]`. */
  block(markdown: string): string;
  /** Of one line of Markdown. */
  inline(markdown: string): string;
  /** Of plain text. */
  text(plain: string): string;
}

/** All that goes into Anki is below one deck of it. */
const ankiDeck = 'LLM Interview Study';

/**
 * Questions as a text file that Anki imports (https://docs.ankiweb.net/importing/text-files.html), for a note type with
 * a front and a back, such as *Basic*. The columns are GUID, deck, front, back, tags. The GUID is the question's id, so
 * a later import changes the notes that are there. There is no `#columns` line: with names, Anki fills only the fields
 * that are called so, and in German *Front* is *Vorderseite*; without them it goes by the order.
 *
 * A question without answer makes no card.
 */
export function writeAnki(
  { questions, topics, decks }: Exported,
  htmlOf: Readonly<Record<'bank' | 'deck', CardHtml>>,
): string {
  const topicTitles = new Map(topics.map(({ id, title }) => [id, title]));
  const deckTitles = new Map(decks.map(({ id, title }) => [id, title]));
  const header = ['#separator:tab', '#html:true', '#guid column:1', '#deck column:2', '#tags column:5'];
  const rows = questions.filter(isCard).map((question) => {
    const topic = topicTitles.get(question.topic) ?? question.topic;
    const deck = question.deck === undefined ? undefined : (deckTitles.get(question.deck) ?? question.deck);
    const html = htmlOf[deck === undefined ? 'bank' : 'deck'];
    return [
      question.id,
      [ankiDeck, ...(deck === undefined ? [] : [deckName(deck)]), deckName(topic)].join('::'),
      writeFront(question, html),
      writeBack(question, html),
      [
        tag('topic', topic),
        ...(question.level === undefined ? [] : [tag('level', question.level)]),
        ...(deck === undefined ? [] : [tag('deck', deck)]),
      ].join(' '),
    ];
  });
  return [...header, ...rows.map((fields) => fields.map(writeField).join('\t'))].join('\n') + '\n';
}

/** Whether it has a back. */
export function isCard({ isUnanswered }: Pick<Question, 'isUnanswered'>): boolean {
  return isUnanswered !== true;
}

function writeFront({ title, prompt, options, hint }: Question, html: CardHtml): string {
  return [
    `<p>${html.text(oneLine(title))}</p>`,
    ...(prompt === undefined ? [] : [html.block(prompt)]),
    ...(options ?? []).map(
      ({ letter, text }) => `<p>${html.text(oneLine(letter))}: ${html.inline(oneLine(text))}</p>`,
    ),
    ...(hint === undefined ? [] : [`<details><summary>Hint</summary>${html.block(hint)}</details>`]),
  ].join('\n');
}

function writeBack(
  { options, shortAnswer, sections, keyPoints, followUps }: Question,
  html: CardHtml,
): string {
  const right = (options ?? []).filter(({ isRight }) => isRight);
  const list = (heading: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [
          `<h3>${heading}</h3>`,
          `<ul>\n${items.map((item) => `<li>${html.inline(oneLine(item))}</li>`).join('\n')}\n</ul>`,
        ];
  return [
    ...right.map(
      ({ letter, text }) => `<p><b>${html.text(oneLine(letter))}: ${html.inline(oneLine(text))}</b></p>`,
    ),
    html.block(shortAnswer),
    ...sections.flatMap(({ heading, markdown }) => [
      ...(heading === '' ? [] : [`<h3>${html.inline(oneLine(heading))}</h3>`]),
      html.block(markdown),
    ]),
    ...list('Key points', keyPoints),
    ...list('Follow-ups', followUps),
  ]
    .filter(Boolean)
    .join('\n');
}

/** `::` divides the levels of Anki's decks and tags. */
function deckName(title: string): string {
  return oneLine(title.replace(/[\t"]/g, ' ')).replace(/:{2,}/g, ':').replace(/^:|:$/g, '') || 'Questions';
}

/** Spaces divide tags. */
function tag(kind: string, name: string): string {
  return `${kind}::${deckName(name).replace(/\s+/g, '-')}`;
}

/** A line that begins with `#` is a comment to Anki, unless a quote stands before it. */
function writeField(text: string): string {
  return /["\t\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
