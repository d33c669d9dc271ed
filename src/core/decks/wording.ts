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
  derive prove outline state identify illustrate elaborate summarize summarise walk sketch mention calculate compute share
  explica describe define diferencia diferencias citez expliquez décrivez выведите докажите сравните перечислите запишите
  приведите объясните опишите расскажите назовите explique décrivez erkläre
  erläutere beschreibe nenne`.split(/\s+/),
);

/** Tasks that are also nouns: `Design patterns` asks nothing. */
const nouns = new Set('design state list name sketch contrast give walk write share'.split(' '));

/** They open a question only before a verb: `How we hire` tells. */
const statements = new Set('how why when where if'.split(' '));

/** `What I do` tells, too. */
const pronouns = new Set("i we you he she they i'm we're you'll you'd".split(' '));

const auxiliaries = new Set(
  `do does did is are am was were can could would should will has have had might may must much many long often you a an the
  there it`.split(/\s+/),
);

const chinese =
  /什么|如何|为什么|为何|怎么|怎样|哪些|哪个|哪几|几种|区别|异同|是否|能否|吗[?？]?$|呢[?？]?$|介绍|解释|谈谈|说说|简述|讲讲|讲一下|说一下|推导|手写|手撕|手推|分析一下|列举|分享(?:一|你)|什[麼麽]|[為爲]何|怎[麼麽]|區別|哪些|哪個|是否|嗎[?？]?$|とは|ですか|ますか|ください|述べよ|なぜ|どう|違い|무엇|어떻게|왜|설명|하시오|차이|인가요|나요|açıkla|nedir|समझा|क्या|कैसे|क्यों|اشرح|كيف|لماذا|ما هو/;

/** It ends as a question does, or has one before a bracket or a short rest. */
export function hasQuestionMark(text: string): boolean {
  const at = findLastQuestionMark(text);
  if (at < 1 || isOneWord(text.slice(0, at))) return false;
  const rest = text.slice(at + 1).trim();
  return (
    rest === '' ||
    rest.length <= 60 ||
    /^[("[*_]/.test(rest) ||
    /^(?:explain|give|describe|if |when|provide|why|how|discuss)/iu.test(rest)
  );
}

function findLastQuestionMark(text: string): number {
  if (text.endsWith('?')) return text.length - 1;
  return Math.max(text.lastIndexOf('?'), text.lastIndexOf('？'), text.lastIndexOf('؟'));
}

/** `Why?` asks for nothing by itself. */
function isOneWord(text: string): boolean {
  return text.length <= 20 && /^[\p{Script=Latin}\s]{1,20}$/u.test(text) && !/\S\s+\S/.test(text.trim());
}

/** It opens as a question or a task does: at least three words, or one of a script without spaces. */
export function opensAsQuestion(quoted: string): boolean {
  const text = quoted.replace(/^["“”'‘’«]+/, '');
  if (chinese.test(text.slice(0, 300))) return true;
  if (text.startsWith('¿')) return true;
  const words = text
    .slice(0, 300)
    .toLowerCase()
    .split(/[\s,]+/);
  const [first = '', second = ''] = words;
  if (/^(?:difference|differences) between|\btrue or false\b/iu.test(text)) return true;
  if (imperatives.has(first)) return words.length >= (nouns.has(first) ? 4 : 2) && second !== 'of';
  if (words.length < 3 || (statements.has(first) && !auxiliaries.has(second))) return false;
  if (pronouns.has(second)) return false;
  return openers.has(first) || /^(?:in|at|for|to|under|on|with|from) (?:what|which)\b/iu.test(text);
}

/** Tasks that name what is to be made; elsewhere such words tell what somebody made. */
const makings = new Set('build predict create develop train propose debug estimate'.split(' '));

/** It tells a case first, and its last sentence is a task: `You run a ferry. Build a system that …`. */
export function endsInTask(text: string): boolean {
  if (!/[.!?。] /.test(text)) return false;
  const [first = '', second = ''] = (text.split(/(?<=[.!?。]) +/).at(-1) ?? '').split(/[\s,]+/);
  return second !== '' && second !== 'of' && /^\p{Lu}/u.test(first) && isTask(first.toLowerCase());
}

function isTask(word: string): boolean {
  return imperatives.has(word) || makings.has(word);
}

/** `Idempotency: Explain why …` */
export function asksBehindLabel(text: string): boolean {
  return asks(text) || asks(/^[^:：]{1,60}[:：]\s*(.*)$/.exec(text.slice(0, 500))?.[1] ?? '');
}

export function asks(text: string): boolean {
  return !isInvitation(text) && (hasQuestionMark(text) || opensAsQuestion(text));
}

const answerWord =
  '(?:(?:the|a|an|my|your|short|long|sample|model|suggested|ideal|expected|correct|possible|good|detailed|quick|full|brief|simple|one-line|interview|example)[ \\t]+){0,2}(?:answers?|ans|solutions?|responses?|explanation|respuesta|réponse|antwort|risposta|resposta|ответ|答案|回答|参考答案|解答|答|解析|cevap|उत्तर|đáp án|답변|답|정답)';

const answerHeading = new RegExp(
  `^[^\\p{L}\\p{N}]{0,6}${answerWord}(?:[ \\t]*(?:#|no\\.?)?[ \\t]*\\d{1,4})?[^\\p{L}\\p{N}]{0,6}$`,
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
      /^[^\p{L}\p{N}]*(?:(?:click|tap|press)\b|(?:show|view|see|reveal|expand|open|check|display|read|toggle)\b|hints?\b|details?\W*$|more\W*$|explanation|example|code|output|spoiler|click to|answer|solution|查看|点击|展开|ver |mostrar|показать|ответ)/iu.test(
        plain,
      ) &&
      !hasQuestionMark(plain))
  );
}

const inlineAnswer = new RegExp(
  `^[ \\t>]*(?:[-*+][ \\t]+)?(?:#{1,6}[ \\t]+)?(?:<(?:b|strong|em|i|u)>|\\*\\*|__|\\*|_)?[^\\p{L}\\p{N}\\s<*_\`$[(|-]{0,4}[ \\t]*(?:${answerWord}|a|r)(?:[ \\t]*(?:#|no\\.?)?[ \\t]*\\d{1,4})?[ \\t]*(?:[:：.)]|-(?=[ \\t])|[–—])?(?:</(?:b|strong|em|i|u)>|\\*\\*|__|\\*|_)?[ \\t]*[:：]?`,
  'iu',
);

/** Cheap, and true of every label. */
const mayBeLabel =
  /^[^\p{L}]{0,24}(?:(?:the|an?|my|your|short|long|sample|model|suggested|ideal|expected|correct|possible|good|detailed|quick|full|brief|simple|one-line|interview|example|answers?|ans|solutions?|responses?|explanation|respuesta|réponse|antwort|risposta|resposta|ответ|cevap|đáp|[ar])(?!\p{L})|[答回参解उ답정])/iu;

/**
 * How many characters of a line label an answer: of `**Answer:** It is …` those before the space. 0 where it has no
 * label. A bare word is a label only with a mark after it, or alone in its line; a bare letter only with a colon, since
 * `A.` may be a choice: with `isLoose`, another mark will do.
 */
export function measureAnswerLabel(line: string, isLoose = false): number {
  const head = line.slice(0, 120);
  if (!mayBeLabel.test(head)) return 0;
  const [label = ''] = inlineAnswer.exec(head) ?? [];
  if (label === '') return 0;
  const isAlone = line.slice(label.length).trim() === '';
  const isEmphasized =
    /[*_>]$|[*_][ \t]*[:：]$/.test(label.trimEnd()) &&
    /^[ \t>]*(?:[-+][ \t]+)?(?:#{1,6}[ \t]+)?(?:<|\*|_)/.test(label);
  const hasMark =
    /[:：]/.test(label) ||
    /(?:^|[\s>*_])(?:a|ans)(?:[ \t]*\d{1,4})?[.)–—-]/iu.test(label) ||
    /\b(?:ans|answer|solution)[ \t]*(?:\d{1,4}[ \t]*)?(?:\.(?=\s|$)|-|–|—)/iu.test(label);
  const isLetter = /(?:^|[^\p{L}])[ar](?:[ \t]*\d{1,4})?[^\p{L}]*$/iu.test(label);
  if (isLetter) return /[:：]/.test(label) || (isLoose && hasMark && !isAlone) ? label.length : 0;
  return isAlone || hasMark || isEmphasized ? label.length : 0;
}

/** Who asked it, or how hard it is: said of a question, not in answer to it. */
const remark =
  /^\s*(?:[-*+][ \t]+)?[*_]{0,3}(?:asked (?:at|by|in)|added by|interviewer company|companies|company|difficulty|tags?)[*_]{0,3}[ \t]*[:：].{0,300}$/i;

/** `Read answer on 👉 …`: the answer is sold elsewhere. */
const soldElsewhere =
  /^\W*(?:read|get|unlock)(?: the| full| all)* answers?\b.{0,40}?(?:\bon\b|\bat\b|👉).{0,200}$/iu;

const placeholder =
  /^(?:to be (?:filled|added|done|written|updated|completed|answered|continued)(?: in)?(?: later| soon)?|tbd|tba|tbc|todo|to ?do|wip|coming soon|answer (?:here|goes here|pending|needed|to be added|coming soon)|(?:add|write|put|enter|type|insert)(?: your| the| an)? answer(?: here)?|your answer(?: here| goes here)?|n a|none|no answer(?: yet)?|not (?:yet )?answered(?: yet)?|unanswered|to fill in(?: later)?|(?:the )?answers? (?:will|to) be (?:added|written|updated)(?: soon| later)?|à compléter|work in progress|in progress|fill (?:me |this )?in|pending|placeholder|empty|answer|pendiente|por completar|待补充|待完善|待填|暂无|略|не заполнено)$/i;

/** What to read is listed below an answer that is still to be written. */
const readings =
  /(?<=\S\s*)\n\s*(?:\*\*|__)(?:参考资料|参考文献|参考|references?|resources|sources?|further reading)[:：]?(?:\*\*|__)[:：]?\s*\n[\s\S]*$/i;

/** Nothing is said: empty, dots, or words that stand in for an answer, under headings or not. */
export function isPlaceholder(text: string): boolean {
  if (text.length > longestSnippet) return false;
  const lines = text
    .replace(/<!--[^<>]*-->/g, ' ')
    .split('\n')
    .map((line) => line.replace(/^\s*#{1,6}\s.*$|^\s*(?:[-*+]\s+)?\*\*[^*]{1,40}:\*\*/, ''))
    .map((line) => line.replace(remark, ''));
  const own = lines.join('\n').replace(readings, '');
  return isOnePlaceholder(own) || own.split('\n').every(isOnePlaceholder);
}

/** The parts of an answer that nobody has filled in yet are no longer. */
const longestSnippet = 500;

function isOnePlaceholder(text: string): boolean {
  if (soldElsewhere.test(text.trim())) return true;
  if (text.length > 120 || text.trim().split(/\s+/).length > 14) return false;
  if (/^[^\p{L}]*(?:todo|tbd|fixme)\b\s*[:：–—-].{0,60}$/iu.test(text)) return true;
  if (/\]\((?!#)/.test(text) && linkedAnswer.test(text)) return false;
  const words = plainTitle(text.replace(/<!--[^<>]*-->/g, ' ').replace(/\[([^[\]]*)\](?!\()/g, '$1'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (words !== '') return placeholder.test(words);
  return !/[$`!]|<img/iu.test(text.replace(/<!--[^<>]*-->/g, ' ')) && !/^\s*[-+]?[=±∞√]/.test(text);
}

/** `[[Answer]](https://…)`: it is there. */
const linkedAnswer =
  /\[+(?:answer|solution|video|article|blog(?: post)?|code|link)s?\]+\((?:https?:|\.|[\w-]+[./])/i;

/** A part of an answer that is as the snippet left it. Stricter than `isPlaceholder`: a rule, say, is meant as it is. */
export function isUntouchedPart(markdown: string): boolean {
  return /^(?:-\s+)?(?:…|\.{3}|TBD|TODO)$/i.test(markdown);
}

/** A table of contents, by its heading. */
export function isContentsTitle(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:table of contents?|contents?|toc|index|quick links|navigation|jump to|list of (?:questions|topics)|questions? (?:list|index)|índice|tabla de contenido|(?:本章)?目录|目次|содержание|оглавление|inhaltsverzeichnis|sommaire)[^\p{L}\p{N}]*$/iu.test(
    text,
  );
}

/** A part of a document that is about the document, by its heading. */
export function isHousekeepingTitle(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:licen[cs]e|licensing|contribut\w*|how (?:to|can (?:i|you)) contribute.*|contact(?: (?:me|us))?|acknowledge?ments?|credits?|sponsors?\w*|support(?: (?:me|us|this.*))?|author(?:s)?|about (?:me|us|this.*|the (?:author|repo\w*))|references?|resources?|further reading|useful links?|related (?:repos\w*|resources|links)|disclaimer|changelog|star history|stargazers.*|who is this for.*|why this (?:repo\w*|list|guide).*|how to (?:use|install|run)\b.*|getting started|install(?:ation|ing)?|roadmap|features|documentation|development|requirements|configuration|prerequisites|usage|overview|introduction|how did (?:you|it)\b.*|what(?:'|’)?s next|who am i|about me|preface|foreword|conclusion|summary|faq about.*|follow (?:me|us).*|connect with.*|贡献|许可证|参考资料|参考文献)[^\p{L}\p{N}]*$/iu.test(
    text,
  );
}

/** Below it stands what to read elsewhere or how to take part, by its heading. */
export function isAsideTitle(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:how (?:to|can (?:i|you)|do i) contribute.*|how to use(?: (?:this|it|the (?:repo|list|guide)).*)?|contribut(?:e|ing|ions?)(?: guide(?:lines)?)?|references?|(?:useful |other )?(?:resources?|links)|further reading|books|videos|courses|blogs|articles|参考资料|参考文献|贡献(?:指南)?|如何贡献)[^\p{L}\p{N}]*$/iu.test(
    text,
  );
}

/** It speaks of the repository that it stands in. */
export function isAboutRepository(text: string): boolean {
  return (
    /\bth(?:is|e) (?:repo|repository|project|list|guide|book|course|handbook|collection|package|document)\b|\bcontribut(?:e|ing|ion)\b/i.test(
      text,
    ) ||
    (/this/i.test(text) &&
      /^[^\p{L}\p{N}]*(?:what is|why) this[^\p{L}\p{N}]*$|\b(?:learn|read|use|take) this[^\p{L}\p{N}]*$/iu.test(
        text,
      ))
  );
}

/** It asks for attention, not for an answer. */
function isInvitation(text: string): boolean {
  return /^(?:want to|interested in|looking for|ready to|need (?:help|more)|like (?:this|what)|love this|found (?:this|a|an)\b|enjoy|questions\?|any questions|have (?:a|any|some) (?:question|suggestion|idea|feedback)|got (?:a|any) )/iu.test(
    text,
  );
}

/** A part of an answer, by its heading. */
export function isAnswerPart(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:example|sample|code|explanation|key (?:points?|takeaways?|ideas?|concepts?|differences?)|takeaways?|follow[- ]?ups?|tips?|interview tip|notes?|hint|pros|cons|advantages|disadvantages|use cases?|real[- ]world|formula|intuition|output|summary|comparison|why (?:it|this) matters|common mistakes|common pitfalls|pitfalls|best practices|further reading|references|resources|related(?: questions?)?|short answer|long answer|detailed|tl;?dr|in short|(?:method|approach|solution|option|way|variant)\s*\d*|追问|延伸|拓展|扩展|相关问题|implementation|complexity|limitations|conclusion|steps|definition)(?![\p{L}\p{N}])/iu.test(
    text,
  );
}

/** Answers to all questions together, at the end. */
export function isAnswerKeyTitle(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:answers?\W+(?:key|sheet)s?|answers|key|solutions|all answers|答案|参考答案)[^\p{L}\p{N}]*$/iu.test(
    text,
  );
}

/** What stands above answers to several questions: `Answers`, `Show answers`, `Solutions to the exercises`. */
export function isAnswerListLabel(text: string): boolean {
  return (
    text.length <= 80 &&
    /^[^\p{L}\p{N}]*(?:(?:click|tap)(?: here)?(?: to| for)? ?)?(?:(?:show|view|see|reveal|check|open|expand)(?: the| all| your)? )?(?:(?:all|the|model|sample|suggested|quiz|exercise) )?(?:answers?[ -]?(?:key|sheet)s?|answers|solutions|答案|参考答案|ответы|respuestas|respostas|réponses|antworten|lösungen|soluciones|解答|正解)(?: (?:and|&|to|for|with)\b.{0,40})?[^\p{L}\p{N}]*$/iu.test(
      text,
    )
  );
}

/** A part of a page about something that is made, used or done, by its heading. */
export function isManualTitle(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:install(?:ation|ing)?|usage|quick ?start|getting started|licen[cs]e|contribut\w*|roadmap|features?|requirements|prerequisites|configuration|api(?: reference)?|development|build(?:ing)?|tests?|testing|benchmarks?|changelog|documentation|docs|demo|screenshots?|timeline|action items|impact|root cause|schedule|grading|syllabus|office hours|dataset \w+|citation|data fields|languages|contact(?: me| us)?|projects?|skills|tech stack|credits|acknowledge?ments?|support|sponsors?)[^\p{L}\p{N}]*$/iu.test(
    text,
  );
}

/** It says that questions follow. */
export function announcesQuestions(text: string): boolean {
  return /\bquestions?\b|interview|\bfaqs?\b|\bq ?& ?a\b|\bquiz|flash ?cards?|\bexams?\b|trivia|cheat ?sheet|面试|问题|题|preguntas|entrevista|вопрос|собеседован|質問|面接|सवाल|प्रश्न/iu.test(
    text,
  );
}
