import { GRADES } from '../../core/schedule/session';
import type { ScorecardView } from '../../protocol/quiz';
import { button, element, keyHint } from '../element';
import { renderInline, type RenderActions } from '../markdown/render';
import type { TakeStep } from './main';

/** The end of a quiz: how it went by topic, what was missed, and what to do next. */
export function renderScorecard(
  view: ScorecardView,
  actions: RenderActions,
  step: TakeStep,
  restart: () => void,
): HTMLElement {
  const answered = GRADES.reduce((sum, grade) => sum + view.grades[grade], 0);
  const known = answered - view.grades.again;
  return element(
    'div',
    { class: 'scorecard' },
    element('p', { class: 'eyebrow' }, view.title),
    element(
      'h1',
      { tabindex: '-1' },
      answered === 0 ? 'Nothing answered' : `${String(known)} of ${String(answered)} known`,
    ),
    element('p', { class: 'facts' }, describeFacts(view)),
    answered === 0 ? undefined : renderTopics(view),
    view.missed.length === 0 ? undefined : renderMissed(view, actions),
    renderNext(view, step, restart),
  );
}

function describeFacts({ grades, skipped, seconds }: ScorecardView): string {
  const minutes = Math.floor(seconds / 60);
  const time =
    minutes === 0
      ? `${String(Math.round(seconds))} s`
      : `${String(minutes)} min ${String(Math.round(seconds % 60))} s`;
  return [
    ...GRADES.map((grade) => `${grade} ${String(grades[grade])}`),
    ...(skipped === 0 ? [] : [`skipped ${String(skipped)}`]),
    time,
  ].join(' · ');
}

function renderTopics({ topics }: ScorecardView): HTMLElement {
  const cell = (tag: 'td' | 'th', text: string, attributes = {}) => element(tag, attributes, text);
  return element(
    'table',
    { class: 'by-topic' },
    element('caption', {}, 'By topic'),
    element(
      'thead',
      {},
      element('tr', {}, ...['Topic', 'Answered', 'Missed'].map((name) => cell('th', name, { scope: 'col' }))),
    ),
    element(
      'tbody',
      {},
      ...topics.map(({ title, answered, missed }) =>
        element(
          'tr',
          {},
          cell('th', title, { scope: 'row' }),
          cell('td', String(answered)),
          cell('td', String(missed)),
        ),
      ),
    ),
  );
}

function renderMissed({ missed }: ScorecardView, actions: RenderActions): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, 'Missed'),
    element(
      'ul',
      { class: 'missed' },
      ...missed.map(({ id, title, missedPoints }) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'link', onClick: () => actions.openQuestion(id) },
            title,
          ),
          missedPoints.length === 0
            ? undefined
            : element(
                'ul',
                {},
                ...missedPoints.map((point) => element('li', {}, renderInline(point, actions))),
              ),
        ),
      ),
    ),
  );
}

function renderNext({ missed, canUndo }: ScorecardView, step: TakeStep, restart: () => void): HTMLElement {
  const undo = button('Undo', () => step('undo', undefined), { 'aria-keyshortcuts': 'u' });
  undo.append(' ', keyHint('u'));
  return element(
    'div',
    { class: 'actions' },
    missed.length === 0
      ? undefined
      : button('Quiz me on these again', () => step('again', undefined), { class: 'primary' }),
    button('New quiz', restart, missed.length === 0 ? { class: 'primary' } : {}),
    canUndo ? undo : undefined,
  );
}
