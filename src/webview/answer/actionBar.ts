import type { AnswerView, GoneView, Step } from '../../protocol/answer';
import { button, element, keyHint } from '../element';
import type { Ask } from './main';

interface Progress {
  readonly next: Step;
  readonly isDone: boolean;
}

const stepNames: Record<Step, string> = {
  question: 'question',
  hint: 'hint',
  keyPoints: 'key points',
  answer: 'answer',
};

/** The bar at the foot of the panel: the next step, and what else can be done with the question. */
export function renderActionBar(
  { question, isBookmarked, note, draft, back, forward }: AnswerView,
  { next, isDone }: Progress & { readonly step: Step },
  { reveal, ask, writeNote }: { reveal(step: Step): void; ask: Ask; writeNote(): void },
): HTMLElement {
  const { id, isUnanswered } = question;
  const main = isUnanswered
    ? undefined
    : isDone
      ? action('hide', 'Hide', () => reveal('question'), 'h')
      : action('next', `Reveal ${stepNames[next]}`, () => reveal(next), 'Space', { class: 'primary' });
  const all =
    isDone || next === 'answer' ? undefined : action('all', 'Reveal all', () => reveal('answer'), 'a');
  return element(
    'div',
    { class: 'actions', role: 'toolbar', 'aria-label': 'Question' },
    main,
    all,
    element('span', { class: 'spacer' }),
    ...renderWays({ back, forward }, ask),
    action(
      'bookmark',
      isBookmarked ? '★ Bookmarked' : '☆ Bookmark',
      () => ask('bookmark', { id, on: !isBookmarked }),
      undefined,
      { 'aria-pressed': String(isBookmarked) },
    ),
    action('note', note === '' && draft === undefined ? 'Write note' : 'Edit note', writeNote, 'n'),
    action('quiz', 'Quiz me', () => ask('quiz', { id })),
    action('source', 'Source', () => ask('openSource', { id })),
  );
}

/** The bar below a question that is no more: the ways on from here. */
export function renderGoneBar(gone: GoneView, ask: Ask): HTMLElement {
  const ways = renderWays(gone, ask);
  return element('div', { class: 'actions', role: 'toolbar', 'aria-label': 'Question' }, ...ways);
}

function renderWays(
  { back, forward }: Pick<AnswerView, 'back' | 'forward'>,
  ask: Ask,
): (HTMLElement | undefined)[] {
  return [
    back.length > 0 ? action('back', 'Back', () => ask('back', undefined), '←') : undefined,
    forward.length > 0 ? action('forward', 'Forward', () => ask('forward', undefined), '→') : undefined,
  ];
}

function action(
  name: string,
  label: string,
  onClick: () => void,
  key?: string,
  properties: Record<string, string> = {},
): HTMLButtonElement {
  const made = button(label, onClick, {
    'data-action': name,
    ...(key === undefined ? {} : { 'aria-keyshortcuts': key }),
    ...properties,
  });
  if (key !== undefined) made.append(' ', keyHint(key));
  return made;
}
