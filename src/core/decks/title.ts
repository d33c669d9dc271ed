import { onOneLine, withoutHiddenCharacters } from './hiddenCharacters';

/** A title as it stands in a file, taken apart. */
export interface ParsedTitle {
  /** Plain text: no number, no mark of a question, no emphasis, no address of a link, no emoji at the ends. */
  readonly text: string;
  /** `12` of `12. What …`, `Q12:` and `Question 12`; of `1.2` the last; `undefined` where there is none. */
  readonly number: number | undefined;
  /** It says itself that it is a question: `Q:`, `Q3.`, `Question 5`, or `#card` at its end. */
  readonly isMarked: boolean;
  /** The front of a flash card, by a tag at its end. */
  readonly isFront: boolean;
  /** An id of its author's: `{#kv-cache}`; `undefined` where there is none. */
  readonly ownId: string | undefined;
  readonly level: 'easy' | 'medium' | 'hard' | undefined;
}

/** A title that is longer is cut. */
const longestTitle = 1000;

export function parseTitle(raw: string): ParsedTitle {
  const ownId = raw.includes('{#')
    ? /\{#([\w-]{1,60})\}\s*$/.exec(raw.slice(0, longestTitle))?.[1]
    : undefined;
  const front = takeFront(raw);
  const plain = plainTitle(front ?? raw);
  const lead = takeLead(plain);
  return {
    text: trimEnds(lead.rest),
    number: lead.number,
    isMarked: lead.isMarked || front !== undefined,
    isFront: front !== undefined,
    ownId,
    level: levelOf(plain),
  };
}

const cardTags = /[ \t]+#(?:flash)?cards?(?:[/-][\w-]+)*(?:[ \t]+#[\p{L}\w/-]+)*[ \t]*$/iu;

/** The front of a flash card, whose line ends in `#card` or `#flashcard`; `undefined` of any other line. */
export function takeFront(line: string): string | undefined {
  const mark = line.indexOf('#', 1);
  if (mark < 0 || !(line.includes('#card', mark) || line.includes('#flashcard', mark))) return undefined;
  const head = line.slice(0, longestTitle);
  const front = head.replace(cardTags, '');
  return front.length < head.length && /[\p{L}\p{N}]/u.test(front) ? front : undefined;
}

/** The text of Markdown on one line: links, emphasis, code, HTML and images give their texts or nothing. */
export function plainTitle(raw: string): string {
  if (!/[<[*_`~\\&{$]/.test(raw)) return onOneLine(raw.slice(0, longestTitle));
  const cut = withoutHiddenCharacters(markLevel(raw).slice(0, longestTitle));
  const text = cut.includes('{#') ? cut.replace(/\{#[\w-]{1,60}\}\s*$/, '') : cut;
  const unstruck = text.includes('~~') ? text.replaceAll('~~', '') : text;
  return onOneLine(dropEmphasis(decodeEntities(dropLinks(dropTags(spellCode(unstruck))))));
}

function dropLinks(text: string): string {
  if (!text.includes('[')) return text;
  return text
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, ' ')
    .replace(/\[\[[^[\]]{1,40}\]\]\([^()]*\)/g, ' ')
    .replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)/g, (_, label: string, at: number) =>
      at > 0 && isReference(label) ? ' ' : label,
    )
    .replace(/\[([^[\]]+)\]\[[^[\]]*\]/g, '$1');
}

/** Labels of links that are beside a title, not in it. */
function isReference(label: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(label) ||
    /^\W*(?:src|source|link|ref|reference|answers?|solution|top|back to top|permalink|video|read more|here|\d{1,2})\W*$/i.test(
      label,
    )
  );
}

/** A level in code at the end is a mark, not a word: `` `Medium` ``. */
function markLevel(raw: string): string {
  if (!raw.includes('`')) return raw;
  return raw.replace(/[ \t]`(easy|medium|hard|beginner|intermediate|advanced)`\s*$/i, ' ($1)');
}

/** `<code>*args</code>` as Markdown's own, so that its marks stay. */
function spellCode(text: string): string {
  if (!text.includes('<')) return text;
  return text.replace(/<(code|kbd)>([^<>`]*)<\/\1>/gi, '`$2`');
}

const tag =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|var|video)(?:\s[^<>]*)?\/?>/gi;

/** Tags of HTML. `Stack<T>` and `vector<int>` keep what they are of. */
function dropTags(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<!--[^<>]*-->/g, ' ')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(tag, '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_, name: string) => entities[name] ?? '');
}

/** Stars, and underscores that stand at a word's edge; formulas and code keep theirs. */
function dropEmphasis(text: string): string {
  if (!/[*_`\\]/.test(text)) return text;
  if (!/[$`]/.test(text)) return dropMarks(text);
  return text
    .split(/(\$\$[^$]*\$\$|\$[^\s$]\$|\$[^\s$][^$]*[^\s$]\$(?!\d)|`[^`]*`)/)
    .map((piece, at) => {
      if (at % 2 === 0) return dropMarks(piece);
      return piece.startsWith('`') ? piece.slice(1, -1) : piece;
    })
    .join('');
}

function dropMarks(text: string): string {
  const named = text.includes('args')
    ? text.replace(/(?<!\S)(\*{1,2})(?=(?:kw)?args\b(?!\*))/g, escapeStars)
    : text;
  const escaped = named.includes('\\') ? named.replace(/\\([!-/:-@[-`{-~])/g, '\u0000$1') : named;
  const starless = escaped.includes('*') ? dropStars(escaped) : escaped;
  return (starless.includes('_') ? dropUnderscores(starless) : starless).replaceAll('\u0000', '');
}

/** Python's `*args` and `**kwargs` have them as a part of their names. */
function escapeStars(stars: string): string {
  return stars.replaceAll('*', '\\*');
}

function dropStars(text: string): string {
  return text
    .replace(/(?<!\u0000)(\*{1,3})(?=[^\s*])([^*\u0000]*[^\s*\u0000])\1/g, '$2')
    .replace(/(?<!\u0000)(\*{1,3})(?=[^\s*])([^*\u0000]*[^\s*\u0000])\1/g, '$2')
    .replace(/\*{2,3}/g, '')
    .replace(/^\*|(?<=\S)\*$/g, '');
}

function dropUnderscores(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}_\u0000])_{1,2}(?=\S)|(?<=\S)(?<!\u0000)_{1,2}(?![\p{L}\p{N}_])/gu, '');
}

const decoration = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0F\u200D\u20E3★☆✓✔✗✘►▶▸▪•→➡➤»✦❖◆◇■□●○]`;
const emojiCode = ':[a-z0-9_+-]{2,30}:';
const leadingDecoration = new RegExp(
  String.raw`^(?:${decoration}|${emojiCode}|[\s:|>–—-](?=\s*${decoration}))+\s*`,
  'u',
);
const isDecoration = new RegExp(String.raw`^(?:\s|${decoration})$`, 'u');

/** Keycaps are digits to look at: `1️⃣`. */
function spellKeycaps(text: string): string {
  if (!/[\u20E3🔟]|^\d\uFE0F/u.test(text)) return text;
  return text
    .replace('🔟', '10. ')
    .replace(/^(\d)\uFE0F(?!\u20E3)\s*[.:)]?/u, '$1. ')
    .replace(/((?:\d\uFE0F?\u20E3)+)\s*[.:)]?/gu, (_, caps: string) => `${caps.replace(/[^\d]/g, '')}. `);
}

function takeLead(plain: string): { number: number | undefined; isMarked: boolean; rest: string } {
  const text = trimStart(spellKeycaps(plain))
    .replace(/^#+[ \t]+/, '')
    .replace(/^[一二三四五六七八九十百]{1,4}[、.．][ \t]*/, '');
  const marked = matchMark(text);
  if (marked !== undefined) return { ...marked, isMarked: true };
  const [whole = '', number] = numberPattern.exec(text) ?? [];
  if (number === undefined) return { number: undefined, isMarked: false, rest: text };
  const rest = trimStart(text.slice(whole.length));
  // `1. Q: What …`, `12. Question: …`
  const inner = matchMark(rest);
  const last = Number(number.split('.').pop());
  return inner === undefined
    ? { number: last, isMarked: false, rest }
    : { number: inner.number ?? last, isMarked: true, rest: inner.rest };
}

const markPattern =
  /^(?:q(?:uestion|uest|ues|stn|n)?|p|pregunta|pergunta|frage|domanda|вопрос|问题|题目|问|質問|問題|problem(?=[ \t]*\d)|exercise(?=[ \t]*\d)|练习(?=[ \t]*\d)|习题(?=[ \t]*\d)|soru|câu(?: hỏi)?|प्रश्न|সংখ্যা|질문|문제)[ \t]*(?:no\.?|number|\.(?=\d))?[ \t]*[#№]?[ \t]*(?:(\d{1,4})(?:[ \t]*(?:of|\/)[ \t]*\d{1,4})?[ \t]*(?:[.:)\]、：|–—-]+|$|(?=[ \t]))|[:：]|[.)][ \t]|[.)]$)/i;

function matchMark(text: string): { number: number | undefined; rest: string } | undefined {
  if (!/^[[(]?(?:[qpfdse]|[^\x20-\x7e]|câu)/i.test(text)) return undefined;
  const inner = text.replace(/^[[(](?=q)/i, '');
  const found = markPattern.exec(inner);
  if (found === null) return undefined;
  const rest = trimStart(inner.slice(found[0].length).replace(/^[\s.:)\]–—·•/>｜|-]+/, ''));
  return { number: found[1] === undefined ? undefined : Number(found[1]), rest };
}

/** `12.`, `12)`, `(12)`, `#12`, `[12]`, `12 -`, `1.2`, `12、`; before a word that opens a question a space is enough. */
const numberPattern =
  /^[[(#]?(\d{1,4}(?:\.\d{1,3}){0,3})(?:[ \t]*[.:)\]、．：]+(?!\d)[ \t]*[-–—]?|[ \t]+[-–—|][ \t]|(?<=\.\d{1,3}|^#\d{1,4})[ \t]|[ \t](?=(?:what|why|how|when|where|which|who|explain|describe|compare|define|discuss)\b))[ \t]*/i;

function trimStart(text: string): string {
  if (/^\w/.test(text)) return text;
  return text
    .replace(leadingDecoration, '')
    .replace(/^[\s:–—|-]+(?=[\p{L}\p{N}"'“¿(])/u, '')
    .trimStart();
}

/** Difficulty marks and badges at the ends go; brackets that hold a mark alone, too. */
function trimEnds(text: string): string {
  let trimmed = trimStart(text);
  // Most titles end like that, and no mark does.
  if (trimmed.endsWith('?') && !/^[[(]/.test(trimmed)) return trimmed;
  for (let round = 0; round < mostRounds; round++) {
    const before = trimmed;
    trimmed = dropTrailing(trimmed)
      .replace(/\s:[a-z0-9_+-]{2,30}:$/, '')
      .replace(/(?<=[^#])#+$/, '')
      .replace(/\\$/, '')
      .replace(
        /\s*[[(](?:\s|[EMHXemhx]|easy|medium|hard|beginner|intermediate|advanced|basic|junior|senior|mid)*[\])]$/i,
        '',
      )
      .replace(/^[[(](?:[EMH]|easy|medium|hard|beginner|intermediate|advanced)[\])]\s*/i, '')
      .replace(
        /\s*\p{Extended_Pictographic}\uFE0F?\s*(?:easy|medium|hard|beginner|intermediate|advanced)$/iu,
        '',
      )
      .replace(/\s[–—-]\s[^–—?-]{1,60}\bInterview Questions?$/i, '')
      .replace(/\s[–—-]\s*(?:easy|medium|hard|beginner|intermediate|advanced)$/i, '')
      .replace(/(?<=[?？.])\s*[:：|–—.-]+$/, '')
      .trim();
    if (trimmed.startsWith('[')) trimmed = trimmed.replace(kindTag, '');
    if (trimmed === before) break;
  }
  return trimmed;
}

/** How a paper asks, before what it asks: `[MCQ]`, `[Short Answer]`, `[2 Marks]`. */
const kindTag =
  /^\[(?:mcqs?|msq|mcma|nat|multiple[ -_]choice|single[ -_]choice|t\/f|true[ /_-]false|(?:short|long|very short)(?:[ _]answer)?|descriptive|\d{1,3} ?(?:marks?|points?|pts))\]\s*(?=\S)/i;

/** A title has so many marks at its ends at most. */
const mostRounds = 6;

function dropTrailing(text: string): string {
  if (/[\w.?!)\]"']$/.test(text)) return text;
  const characters = Array.from(text);
  while (isDecoration.test(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

/** As lists mark it: 👶 ⭐ 🚀, `[E]`, `(Hard)`. */
function levelOf(plain: string): ParsedTitle['level'] {
  if (!/[[(\ud83d\u2b50]/.test(plain)) return undefined;
  const word = /[[(](E|M|H|easy|medium|hard|beginner|intermediate|advanced)[\])]/i
    .exec(plain)?.[1]
    ?.toLowerCase();
  if (plain.includes('👶') || word === 'e' || word === 'easy' || word === 'beginner') return 'easy';
  if (plain.includes('🚀') || word === 'h' || word === 'hard' || word === 'advanced') return 'hard';
  if (word === 'm' || word === 'medium' || word === 'intermediate' || /⭐\uFE0F?$/u.test(plain))
    return 'medium';
  return undefined;
}
