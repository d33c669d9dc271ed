import type { Shape } from '../candidate';
import { longestPattern } from '../scanLines';
import { parseTitle } from '../title';
import { asks, hasQuestionMark } from '../wording';
import { splitItem } from './listItem';

/** A flash card in one line: `What is X? :: It is …`. */
export const flashcard: Shape = {
  name: 'flashcard',
  find: ({ lines }) =>
    lines.flatMap(({ kind, text }, at) => {
      if ((kind !== 'text' && kind !== 'item') || !text.includes('::')) return [];
      const content = kind === 'item' ? splitItem(text).content : text.slice(0, longestPattern).trim();
      const parts = /^([^:`]{6,400}?)[ \t]*:{2,3}[ \t]+(\S.*)$/.exec(content);
      const title = parseTitle(parts?.[1] ?? '');
      if (parts === null || !asks(title.text)) return [];
      return [
        {
          shape: 'flashcard' as const,
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
