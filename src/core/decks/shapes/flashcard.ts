import type { Candidate, ScannedFile, Shape } from '../candidate';
import { parseTitle, takeFront } from '../title';
import { asks, hasQuestionMark } from '../wording';
import { splitItem } from './listItem';

/** A flash card: `What is X? :: It is …` in one line, a line of `?` between its sides, or a front that ends in `#card`. */
export const flashcard: Shape = {
  name: 'flashcard',
  find: (file, isFree) =>
    file.prose.filter(isFree).flatMap((at): Candidate[] => {
      const { kind, text = '' } = file.lines[at] ?? {};
      if (kind === 'text' && isCardMark(file.lines[at + 1]?.head ?? '')) return createCard(text, at, at + 1);
      const inLine = text.includes('::') ? parseLine(file, at) : [];
      return inLine.length > 0 || takeFront(text) === undefined ? inLine : createTagged(file, at);
    }),
};

function parseLine({ lines }: ScannedFile, at: number): Candidate[] {
  const { kind, text = '', head = '' } = lines[at] ?? {};
  const content = kind === 'item' ? splitItem(text).content : head;
  const parts = /^([^:`]{6,400}?)[ \t]*:{2,3}[ \t]*(\S.*)$/.exec(content);
  const title = parseTitle(parts?.[1] ?? '');
  if (parts === null || !(/::[ \t]/.test(content) ? asks(title.text) : hasQuestionMark(title.text)))
    return [];
  return [
    {
      shape: 'flashcard',
      family: 'flashcard',
      rank: 8.5,
      line: at,
      titleEnd: at,
      title,
      rest: (parts[2] ?? '').replace(/\s#(?:flash)?cards?\b.*$/i, ''),
      endLine: at,
      asks: true,
      asksPlainly: hasQuestionMark(title.text),
      isAnswered: true,
      isBold: false,
    },
  ];
}

/** Its back is what an item holds, or what stands below up to a heading, a rule or the mark of an exporter. */
function createTagged(file: ScannedFile, at: number): Candidate[] {
  const { lines, itemEnds } = file;
  const text = lines[at]?.text ?? '';
  if (lines[at]?.kind === 'item') {
    const [card] = createCard(splitItem(text).content, at, at);
    return card === undefined ? [] : [{ ...card, family: 'tagged', endLine: itemEnds.get(at) ?? at }];
  }
  let endLine = at;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || ['heading', 'rule', 'comment'].includes(line.kind)) break;
    if (line.kind !== 'code' && takeFront(line.text) !== undefined) break;
    if (line.kind !== 'blank') endLine = next;
  }
  return endLine === at
    ? []
    : createCard(text, at, at).map((card) => ({ ...card, family: 'tagged', endLine }));
}

/** A card's sides are parted by a line of `?`, or `??` where it is asked both ways. */
function isCardMark(head: string): boolean {
  return /^(?:\?{1,2}|\[?#(?:flash)?cards?(?:[/-][\w-]+)?\]?)\s*$/i.test(head.slice(0, 40));
}

function createCard(text: string, at: number, titleEnd: number): Candidate[] {
  const title = parseTitle(text);
  if (title.text === '') return [];
  return [
    {
      shape: 'flashcard',
      family: 'flashcard',
      rank: 8.5,
      line: at,
      titleEnd,
      title,
      rest: '',
      asks: asks(title.text),
      asksPlainly: true,
      isAnswered: true,
      isBold: false,
    },
  ];
}
