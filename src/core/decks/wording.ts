import { plainTitle } from './title';

/** What words tell: whether a text asks, labels an answer, stands in for one, or belongs to no question. */

const openers = new Set(
  `what what's whats what’s why how when where which who whom whose is are am do does did can could should would will
  has have had was were if suppose given assume imagine que qué quoi comment pourquoi quelle quel quels quelles cómo como
  cuál cuales cuáles por warum wie was welche welcher welches wann wo o qual quais что как почему какие какой какая
  зачем чем когда где nedir nasıl neden`.split(/\s+/),
);

const imperatives = new Set(
  `explain describe compare contrast define discuss list name give implement write design tell differentiate distinguish
  derive prove outline state identify illustrate elaborate summarize summarise walk sketch mention calculate compute
  explica describe define diferencia diferencias объясните опишите расскажите назовите explique décrivez erkläre
  erläutere beschreibe nenne`.split(/\s+/),
);

const chinese =
  /什么|如何|为什么|为何|怎么|怎样|哪些|哪个|哪几|几种|区别|是否|吗$|呢$|介绍|解释|谈谈|说说|简述|讲讲|讲一下|说一下|とは|ですか|ますか|ください|なぜ|どう|違い|무엇|어떻게|왜/;

/** It ends as a question does, or has one before a bracket or a short rest. */
export function hasQuestionMark(text: string): boolean {
  const at = Math.max(text.lastIndexOf('?'), text.lastIndexOf('？'), text.lastIndexOf('؟'));
  if (at < 1 || isOneWord(text.slice(0, at))) return false;
  const rest = text.slice(at + 1).trim();
  return (
    rest === '' ||
    rest.length <= 60 ||
    /^[("[*_]/.test(rest) ||
    /^(?:explain|give|describe|if |when|provide|why|how|discuss)/i.test(rest)
  );
}

/** `Why?` asks for nothing by itself. */
function isOneWord(text: string): boolean {
  return /^[\p{Script=Latin}\s]{1,20}$/u.test(text) && !/\S\s+\S/.test(text.trim());
}

/** It opens as a question or a task does: at least three words, or one of a script without spaces. */
export function opensAsQuestion(text: string): boolean {
  if (chinese.test(text.slice(0, 300))) return true;
  if (text.startsWith('¿')) return true;
  const words = text
    .slice(0, 300)
    .toLowerCase()
    .split(/[\s,]+/);
  const [first = '', second = ''] = words;
  if (/^(?:difference|differences) between|\btrue or false\b/i.test(text)) return true;
  if (words.length < 3 || (first === 'how' && second === 'to')) return false;
  return (
    openers.has(first) ||
    imperatives.has(first) ||
    /^(?:in|at|for|to|under|on|with|from) (?:what|which)\b/i.test(text)
  );
}

export function asks(text: string): boolean {
  return !isInvitation(text) && (hasQuestionMark(text) || opensAsQuestion(text));
}

const answerWord =
  '(?:(?:the|a|an|my|your|short|long|sample|model|suggested|ideal|expected|correct|possible|good|detailed|quick|full|brief|simple|one-line|interview|example)[ \\t]+){0,2}(?:answers?|ans|solutions?|responses?|explanation|respuesta|réponse|antwort|risposta|resposta|ответ|答案|回答|参考答案|解答|答|解析|cevap|उत्तर|đáp án|답변|답|정답)';

const answerHeading = new RegExp(
  `^\\W{0,6}${answerWord}(?:[ \\t]*(?:#|no\\.?)?[ \\t]*\\d{1,4})?[^\\p{L}\\p{N}]{0,6}$`,
  'iu',
);

/** The whole text names an answer: `✅ Answer`, `Answer 3:`, `Model answer`. */
export function isAnswerLabel(text: string): boolean {
  return text.length <= 60 && answerHeading.test(text);
}

/** What a summary says that hides an answer, or a part of one, rather than asks. */
export function isRevealLabel(text: string): boolean {
  const plain = plainTitle(text);
  return (
    isAnswerLabel(plain) ||
    (plain.length <= 80 &&
      /^\W*(?:(?:click|tap|press)\b|(?:show|view|see|reveal|expand|open|check|display|read|toggle)\b|hints?\b|details?\W*$|more\W*$|explanation|example|code|output|spoiler|click to|answer|solution|查看|点击|展开|ver |mostrar|показать|ответ)/i.test(
        plain,
      ) &&
      !hasQuestionMark(plain))
  );
}

const inlineAnswer = new RegExp(
  `^[ \\t>]*(?:[-*+][ \\t]+)?(?:#{1,6}[ \\t]+)?(?:<(?:b|strong|em|i|u)>|\\*\\*|__|\\*|_)?[^\\p{L}\\p{N}\\s<*_\`$[(|-]{0,4}[ \\t]*(?:${answerWord}|a|r)(?:[ \\t]*(?:#|no\\.?)?[ \\t]*\\d{1,4})?[ \\t]*(?:[:：.)]|-(?=[ \\t])|[–—])?(?:</(?:b|strong|em|i|u)>|\\*\\*|__|\\*|_)?[ \\t]*[:：]?`,
  'iu',
);

/**
 * How many characters of a line label an answer: of `**Answer:** It is …` those before the space. 0 where it has no
 * label. A bare word is a label only with a mark after it, or alone in its line; a bare letter only with a colon, since
 * `A.` may be a choice: with `isLoose`, another mark will do.
 */
export function measureAnswerLabel(line: string, isLoose = false): number {
  const head = line.slice(0, 120);
  const [label = ''] = inlineAnswer.exec(head) ?? [];
  if (label === '') return 0;
  const isAlone = line.slice(label.length).trim() === '';
  const isEmphasized =
    /[*_>]$|[*_][ \t]*[:：]$/.test(label.trimEnd()) &&
    /^[ \t>]*(?:[-+][ \t]+)?(?:#{1,6}[ \t]+)?(?:<|\*|_)/.test(label);
  const hasMark =
    /[:：]/.test(label) ||
    /(?:^|[\s>*_])(?:a|ans)(?:[ \t]*\d{1,4})?[.)–—-]/i.test(label) ||
    /\b(?:ans|answer|solution)[ \t]*(?:\d{1,4}[ \t]*)?(?:\.(?=\s|$)|-|–|—)/i.test(label);
  const isLetter = /(?:^|[^\p{L}])[ar](?:[ \t]*\d{1,4})?[^\p{L}]*$/iu.test(label);
  if (isLetter) return /[:：]/.test(label) || (isLoose && hasMark && !isAlone) ? label.length : 0;
  return isAlone || hasMark || isEmphasized ? label.length : 0;
}

const placeholder =
  /^(?:to be (?:filled|added|done|written|updated|completed|answered|continued)(?: in)?(?: later| soon)?|tbd|tba|tbc|todo|to ?do|wip|coming soon|answer (?:here|goes here|pending|needed|to be added|coming soon)|(?:add|write|put|enter|type|insert)(?: your| the| an)? answer(?: here)?|your answer(?: here| goes here)?|n a|none|no answer(?: yet)?|not (?:yet )?answered(?: yet)?|unanswered|work in progress|in progress|fill (?:me |this )?in|pending|placeholder|empty|answer|a|pendiente|por completar|待补充|待完善|待填|暂无|略|не заполнено)$/i;

/** Nothing is said: empty, dots, or words that stand in for an answer. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 200) return false;
  if (/^[^\p{L}]*(?:todo|tbd|fixme)\b\s*[:：–—-].{0,60}$/iu.test(text)) return true;
  const words = plainTitle(text.replace(/<!--[^<>]*-->/g, ' ').replace(/\[([^[\]]*)\](?!\()/g, '$1'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (words !== '') return placeholder.test(words);
  return !/[$`!]|<img/i.test(text) && !/^\s*[-+]?[=<>±∞√]/.test(text);
}

/** A table of contents, by its heading. */
export function isContentsTitle(text: string): boolean {
  return /^\W*(?:table of contents?|contents?|toc|index|quick links|navigation|jump to|list of (?:questions|topics)|questions? (?:list|index)|índice|tabla de contenido|目录|目次|содержание|оглавление|inhaltsverzeichnis|sommaire)\W*$/i.test(
    text,
  );
}

/** A part of a document that is about the document, by its heading. */
export function isHousekeepingTitle(text: string): boolean {
  return /^\W*(?:licen[cs]e|licensing|contribut\w*|how (?:to|can (?:i|you)) contribute.*|contact(?: (?:me|us))?|acknowledge?ments?|credits?|sponsors?\w*|support(?: (?:me|us|this.*))?|author(?:s)?|about (?:me|us|this.*|the (?:author|repo\w*))|references?|resources?|further reading|useful links?|related (?:repos\w*|resources|links)|disclaimer|changelog|star history|stargazers.*|who is this for.*|why this (?:repo\w*|list|guide).*|how to (?:use|install|run)\b.*|getting started|install(?:ation|ing)?|roadmap|features|documentation|development|requirements|configuration|prerequisites|usage|overview|introduction|preface|foreword|conclusion|summary|faq about.*|follow (?:me|us).*|connect with.*|贡献|许可证|参考资料|参考文献)\W*$/i.test(
    text,
  );
}
/** It speaks of the repository that it stands in. */
export function isAboutRepository(text: string): boolean {
  return /^\W*(?:what is|why) this\W*$|\bth(?:is|e) (?:repo|repository|project|list|guide|book|course|handbook|collection|package|document)\b|\bcontribut(?:e|ing|ion)\b/i.test(
    text,
  );
}

/** It asks for attention, not for an answer. */
function isInvitation(text: string): boolean {
  return /^(?:want to|interested in|looking for|ready to|need (?:help|more)|like (?:this|what)|love this|found (?:this|a|an)\b|enjoy|questions\?|any questions|have (?:a|any|some) (?:question|suggestion|idea|feedback)|got (?:a|any) )/i.test(
    text,
  );
}

/** A part of an answer, by its heading. */
export function isAnswerPart(text: string): boolean {
  return /^\W*(?:example|sample|code|explanation|key (?:points?|takeaways?|ideas?|concepts?|differences?)|takeaways?|follow[- ]?ups?|tips?|interview tip|notes?|hint|pros|cons|advantages|disadvantages|use cases?|real[- ]world|formula|intuition|output|summary|comparison|why (?:it|this) matters|common mistakes|common pitfalls|pitfalls|best practices|further reading|references|resources|related|short answer|long answer|detailed|tl;?dr|in short|implementation|complexity|limitations|conclusion|steps|definition)\b/i.test(
    text,
  );
}
