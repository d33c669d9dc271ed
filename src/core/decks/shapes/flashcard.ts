import type { Candidate, Shape } from '../candidate';
import { parseTitle } from '../title';
import { asks, hasQuestionMark } from '../wording';
import { splitItem } from './listItem';

/** A flash card in one line: `What is X? :: It is …`. */
export const flashcard: Shape = {
  name: 'flashcard',
  find: ({ lines, prose }, isFree) =>
    prose.filter(isFree).flatMap((at): Candidate[] => {
      const { kind, text = '', head = '' } = lines[at] ?? {};
      if (kind === 'text' && isCardMark(lines[at + 1]?.head ?? '')) return createCard(text, at);
      if (!text.includes('::')) return [];
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
    }),
};

/** A card's sides are parted by a line of `?`, or `??` where it is asked both ways. */
function isCardMark(head: string): boolean {
  return /^(?:\?{1,2}|\[?#(?:flash)?cards?(?:[/-][\w-]+)?\]?)\s*$/i.test(head.slice(0, 40));
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
