/** What is not seen, or turns the direction of what follows, and control characters that are no white space. */
const hidden =
  /(?![\t-\r\u{200c}\u{200d}\u{fe00}-\u{fe0f}])[\p{Default_Ignorable_Code_Point}\p{Cc}\u{fff9}-\u{fffb}]/gu;

/** Joiners have a meaning in some scripts and in emoji, none in these, at an edge or behind another one. */
const unjoined = String.raw`\p{ASCII}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hangul}\p{P}\p{Z}`;
const idleJoiner = new RegExp(
  `(?<![^${unjoined}\u{200c}\u{200d}])[\u{200c}\u{200d}]|[\u{200c}\u{200d}](?![^${unjoined}])`,
  'gu',
);

/** Selectors of a character's form belong to emoji, to keycaps and to Chinese characters. */
const idleSelector = /(?<!\p{Extended_Pictographic}|\p{sc=Han}|^\s*\d)[\u{fe00}-\u{fe0f}](?!\u{20e3})/gu;

/** The text without characters that would make it look like another: a name must be what it reads. */
export function withoutHiddenCharacters(text: string): string {
  if (!/[^\t-\r -~]/.test(text)) return text;
  return text.replace(hidden, '').replace(idleSelector, '').replace(idleJoiner, '');
}

/** As `withoutHiddenCharacters`, for a place of one line: white space of any kind is one space, and none at the ends. */
export function onOneLine(text: string): string {
  const seen = withoutHiddenCharacters(text);
  return (/[^\S ]|  /.test(seen) ? seen.replace(/\s+/g, ' ') : seen).trim();
}
