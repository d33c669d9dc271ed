/**
 * Text that was UTF-8 and was decoded as Windows-1252 or Mac Roman: `donâ€™t`, `ðŸ“Œ`, `‚Äôt`. Each character stood for a
 * byte; where the bytes are UTF-8 again, and no sensible text looks like that, they are decoded anew, line by line.
 */
export function mendText(text: string): string {
  if (!mayBeBroken.test(text)) return text;
  // Both parts of a split by a pattern in brackets are in its result: every second one is a line's end.
  return text
    .split(/(\r\n|\n|\r)/)
    .map((piece, at) => (at % 2 === 0 ? mendLine(piece) : piece))
    .join('');
}

function mendLine(line: string): string {
  if (!mayBeBroken.test(line)) return line;
  let mended = line;
  // Text may have gone through the wrong hands twice.
  for (let round = 0; round < 2; round++) {
    const next = mendOnce(mendOnce(mended, windows1252), macRoman);
    if (next === mended) break;
    mended = next;
  }
  return mended;
}

/** A byte that begins a UTF-8 sequence, in one of the two readings, and one that goes on with it. */
const mayBeBroken = /[\u00c2-\u00f4\u201a\u201e‰¬√][\u0080-\u00bf\u0152-\u2122\u00c4-\u00fc\u2020-\u2260]/;

const windowsUpper =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
  String.fromCharCode(...Array.from({ length: 96 }, (_, at) => 0xa0 + at));

const macUpper =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Each character of a code page above ASCII, and the byte that it stands for. */
type CodePage = ReadonlyMap<string, number>;

const bytesOf = (upper: string): CodePage =>
  new Map(Array.from(upper, (character, at) => [character, 0x80 + at]));

const windows1252 = bytesOf(windowsUpper);
const macRoman = bytesOf(macUpper);

interface Sequence {
  readonly at: number;
  readonly length: number;
  readonly decoded: string;
  /** It alone shows that the text was broken. */
  readonly isCertain: boolean;
}

function mendOnce(line: string, page: CodePage): string {
  const sequences = findSequences(line, page);
  const doubtful = sequences.filter(({ isCertain }) => !isCertain).length;
  // A lone doubtful pair may be meant as it is (`CAFÉ”`); several of them, or one beside a certain one, are not.
  const isBroken = doubtful >= 3 || sequences.length > doubtful;
  if (!isBroken) return line;
  let mended = '';
  let from = 0;
  for (const { at, length, decoded } of sequences) {
    mended += line.slice(from, at) + decoded;
    from = at + length;
  }
  return mended + line.slice(from);
}

function findSequences(line: string, page: CodePage): Sequence[] {
  const found: Sequence[] = [];
  for (let at = 0; at < line.length; at++) {
    const sequence = line.charCodeAt(at) < 0x80 ? undefined : decodeAt(line, at, page);
    if (sequence === undefined) continue;
    found.push(sequence);
    at += sequence.length - 1;
  }
  return found;
}

/** The UTF-8 sequence (RFC 3629) that the characters from here on stand for, if they do. */
function decodeAt(line: string, at: number, page: CodePage): Sequence | undefined {
  const lead = page.get(line[at] ?? '') ?? 0;
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (length === 0 || lead > 0xf4) return undefined;
  let point = lead & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) {
    const byte = page.get(line[at + next] ?? '') ?? 0;
    if (byte < 0x80 || byte > 0xbf) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const isOverlong =
    (length === 3 && point < 0x800) || (length === 4 && (point < 0x10000 || point > 0x10ffff));
  if (isOverlong || (point >= 0xd800 && point <= 0xdfff)) return undefined;
  const isTypographic = /[‘’“”–—…«»]/.test(line.slice(at + 1, at + length));
  const isCertain = lead === 0xe2 || lead === 0xef || length === 4 || (lead <= 0xc3 && !isTypographic);
  return { at, length, decoded: String.fromCodePoint(point), isCertain };
}
