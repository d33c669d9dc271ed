import type { Candidate, Shape } from '../candidate';
import { longestPattern } from '../scanLines';
import { parseTitle } from '../title';
import { asks, hasQuestionMark } from '../wording';
import { splitItem } from './listItem';

/** A flash card in one line: `What is X? :: It is …`. */
export const flashcard: Shape = {
  name: 'flashcard',
  find: ({ lines }) =>
    lines.flatMap(({ kind, text }, at): Candidate[] => {
      if (kind === 'text' && isCardMark(lines[at + 1]?.text)) return createCard(text, at);
      if ((kind !== 'text' && kind !== 'item') || !text.includes('::')) return [];
      const content = kind === 'item' ? splitItem(text).content : text.slice(0, longestPattern).trim();
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
          rest: parts[2] ?? '',
          endLine: at,
          asks: true,
          asksPlainly: hasQuestionMark(title.text),
          isAnswered: true,
          isBold: false,
        },
      ];
    }),
};

/** A card's sides are parted by a line of `?`, or `??` where it is asked both ways. */
function isCardMark(text: string | undefined): boolean {
  return /^\s*\?{1,2}\s*$/.test(text?.slice(0, 20) ?? '');
}

function createCard(text: string, at: number): Candidate[] {
  const title = parseTitle(text);
  if (title.text === '') return [];
  return [
    {
      shape: 'flashcard',
      family: 'flashcard',
      rank: 8.5,
      line: at,
      titleEnd: at + 1,
      title,
      rest: '',
      asks: true,
      asksPlainly: true,
      isAnswered: true,
      isBold: false,
    },
  ];
}
