/** Marks that turn the direction of text around, and characters without width: none of them is seen. */
const hidden =
  /[\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{e0000}-\u{e007f}]/gu;

/** Joiners have a meaning in some scripts and in emoji, none beside a letter of ASCII. */
const idleJoiner = /(?<![^\p{ASCII}])[\u{200c}\u{200d}]|[\u{200c}\u{200d}](?![^\p{ASCII}])/gu;

/** The text without characters that would make it look like another: the name of a link must be what it reads. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(hidden, '').replace(idleJoiner, '');
}
