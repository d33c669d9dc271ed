import type { QuestionView } from '../protocol/question';
import { longestNote } from '../core/notes/note';
import { element } from './element';
import { renderInline, renderMarkdown, type RenderActions } from './markdown/render';

/** The parts of a question that both panels show. */

export function renderTitle({ title, topicTitle, level }: QuestionView): HTMLElement {
  return element(
    'header',
    {},
    element(
      'p',
      { class: 'eyebrow' },
      topicTitle,
      ' · ',
      element('span', { class: `level ${level}` }, level),
    ),
    element('h1', { tabindex: '-1' }, title),
  );
}

export function renderKeyPoints({ keyPoints }: QuestionView, actions: RenderActions): HTMLElement {
  return element(
    'ul',
    { class: 'key-points' },
    ...keyPoints.map((point) => element('li', {}, renderInline(point, actions))),
  );
}

/** The short answer, then each named part, then where to go from here. */
export function renderAnswer(question: QuestionView, actions: RenderActions): HTMLElement {
  return element(
    'div',
    { class: 'answer' },
    element('div', { class: 'short-answer' }, renderMarkdown(question.shortAnswer, actions)),
    ...question.sections.map(({ heading, markdown }) =>
      element(
        'section',
        { class: `part ${heading.toLowerCase().replace(/[^a-z]+/g, '-')}` },
        element('h2', {}, heading),
        renderMarkdown(markdown, actions),
      ),
    ),
    renderFollowUps(question, actions),
    element('p', { class: 'checked' }, `Facts last checked ${question.checked}`),
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
  { followUps, related }: QuestionView,
  actions: RenderActions,
): HTMLElement | undefined {
  const linked = followUps.join('\n');
  const others = related.filter(({ id }) => !linked.includes(`](${id})`));
  if (followUps.length + others.length === 0) return undefined;
  const items = [
    ...followUps.map((text) => renderInline(text, actions)),
    ...others.map(({ id, title }) => renderInline(`[${title.replace(/[[\]\\]/g, '\\$&')}](${id})`, actions)),
  ];
  return element(
    'section',
    { class: 'part follow-ups' },
    element('h2', {}, 'Follow-ups'),
    element('ul', {}, ...items.map((item) => element('li', {}, item))),
  );
}
