import { unansweredText } from '../core/hover/deckProse';
import { longestNote } from '../core/notes/note';
import type { QuestionView } from '../protocol/question';
import { button, element } from './element';
import { renderInline, renderMarkdown, type RenderActions } from './markdown/render';

/** The parts of a question that both panels show. */

/** What both panels' pages do with a question, besides what its text asks for. */
export interface QuestionActions extends RenderActions {
  writeAnswer(): void;
}

/** What is asked; with it, what the question is about, such as code. */
export function renderTitle(question: QuestionView, actions: RenderActions): HTMLElement {
  const { title, prompt, origin } = question;
  return element(
    'header',
    {},
    renderEyebrow(question),
    element('h1', { tabindex: '-1' }, title),
    prompt === undefined
      ? undefined
      : element('div', { class: 'prompt' }, renderMarkdown(prompt, actions, origin)),
  );
}

/** Names of a deck stand in elements of their own, so that none can turn the direction of the next one around. */
function renderEyebrow({ topicTitle, level, origin }: QuestionView): HTMLElement | undefined {
  const names = new Set(
    [...(origin === undefined ? [] : [origin.title]), topicTitle].filter((name) => name.trim() !== ''),
  );
  const parts = [
    ...[...names].map((name) => element('bdi', {}, name)),
    ...(level === undefined ? [] : [element('span', { class: `level ${level}` }, level)]),
  ];
  if (parts.length === 0) return undefined;
  return element(
    'p',
    { class: 'eyebrow' },
    ...parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part])),
  );
}

export function renderKeyPoints({ keyPoints, origin }: QuestionView, actions: RenderActions): HTMLElement {
  return element(
    'ul',
    { class: 'key-points' },
    ...keyPoints.map((point) => element('li', {}, renderInline(point, actions, origin))),
  );
}

/** The short answer, then each part, then where to go from here; that nobody has answered, where that is so. */
export function renderAnswer(question: QuestionView, actions: QuestionActions): HTMLElement {
  const { shortAnswer, sections, checked, origin, isUnanswered } = question;
  if (isUnanswered === true) return renderUnanswered(question, actions);
  const right = renderRightOptions(question, actions);
  const short = shortAnswer.trim() === '' ? undefined : renderMarkdown(shortAnswer, actions, origin);
  return element(
    'div',
    { class: 'answer' },
    right || short ? element('div', { class: 'short-answer' }, right, short) : undefined,
    ...sections.map(({ heading, markdown }) =>
      element(
        'section',
        { class: `part ${heading.toLowerCase().replace(/[^a-z]+/g, '-')}` },
        heading === '' ? undefined : element('h2', {}, heading),
        renderMarkdown(markdown, actions, origin),
      ),
    ),
    renderFollowUps(question, actions),
    checked === undefined ? undefined : element('p', { class: 'checked' }, `Facts last checked ${checked}`),
  );
}

function renderUnanswered(question: QuestionView, actions: QuestionActions): HTMLElement {
  return element(
    'div',
    { class: 'answer unanswered' },
    element('p', {}, unansweredText),
    element(
      'div',
      { class: 'actions' },
      button('Write the answer', actions.writeAnswer, { class: 'primary', 'data-action': 'write' }),
    ),
    renderFollowUps(question, actions),
  );
}

/** Of a multiple choice, what is right; that stands first, since the text below may only explain it. */
function renderRightOptions(
  { options = [], origin }: QuestionView,
  actions: RenderActions,
): HTMLElement | undefined {
  const right = options.filter(({ isRight }) => isRight);
  if (right.length === 0) return undefined;
  return element(
    'div',
    { class: 'right-options' },
    ...right.map(({ letter, text }) =>
      element('p', {}, element('strong', {}, letter), ' ', renderInline(text, actions, origin)),
    ),
  );
}

/** A note of one's own. The log may hold one that is longer than a page can draw in time: of that, the beginning. */
export function renderNote(note: string, actions: RenderActions): HTMLElement {
  const rest = note.length - longestNote;
  return element(
    'div',
    { class: 'note-text' },
    renderMarkdown(note.slice(0, longestNote), actions),
    rest > 0 ? element('p', { class: 'note-hint' }, `… and ${String(rest)} more characters`) : undefined,
  );
}

function renderFollowUps(
  { followUps, related, origin }: QuestionView,
  actions: RenderActions,
): HTMLElement | undefined {
  const words = Object.entries(origin?.links ?? {});
  const isLinked = (id: string) =>
    followUps.some((text) =>
      [id, ...words.flatMap(([word, to]) => (to === id ? [word] : []))].some((name) =>
        text.includes(`](${name})`),
      ),
    );
  const others = related.filter(({ id }) => !isLinked(id));
  if (followUps.length + others.length === 0) return undefined;
  const items = [
    ...followUps.map((text) => renderInline(text, actions, origin)),
    ...others.map(({ id, title }) => renderInline(`[${title.replace(/[[\]\\]/g, '\\$&')}](${id})`, actions)),
  ];
  return element(
    'section',
    { class: 'part follow-ups' },
    element('h2', {}, 'Follow-ups'),
    element('ul', {}, ...items.map((item) => element('li', {}, item))),
  );
}
