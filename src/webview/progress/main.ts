import {
  isProgressState,
  type ProgressEvents,
  type ProgressMethods,
  type ProgressState,
  type ProgressView,
  type QuestionList,
} from '../../protocol/progress';
import { createAnnouncer, createFailureBar } from '../announce';
import { element } from '../element';
import { connectHost } from '../host';
import { keepOwnKeys } from '../keys';
import type { Figure } from './figure';
import { createPage, type PageActions } from './page';
import type { MarkContent } from './picture';
import { createTooltip } from './tooltip';

/** The progress page. */

const host = connectHost<ProgressMethods, ProgressEvents, ProgressState>();
const announcer = createAnnouncer();
const failure = createFailureBar();
const tooltip = createTooltip();
const page = element('main', { class: 'progress' });
document.body.append(page, tooltip.element, failure.bar, announcer.region);
keepOwnKeys();
keepFocus();

let view: ProgressView | undefined;
let figures: readonly Figure[] = [];
const kept = host.getState();
let state: ProgressState = isProgressState(kept) ? kept : { scroll: 0, period: 'weeks', tables: [] };

const actions: PageActions = {
  tooltip,
  open: openMark,
  quizDue: () => ask('quiz', { title: 'Due', ids: idsOf(view?.forecast.days[0]?.questions ?? []) }),
  startQuiz: () => ask('startQuiz', undefined),
  choosePeriod(period) {
    keep({ period });
    show();
    announcer.say(`True retention by ${period === 'weeks' ? 'week' : 'month'}`);
  },
  isTableOpen: (name) => state.tables.includes(name),
  setTableOpen(name, isOpen) {
    keep({ tables: [...state.tables.filter((other) => other !== name), ...(isOpen ? [name] : [])] });
  },
};

host.on('show', (shown) => {
  view = shown;
  show();
});
host.request('ready', undefined).then((shown) => {
  view = shown;
  show();
  scrollTo({ top: state.scroll });
  addEventListener('scroll', () => keep({ scroll: Math.max(0, Math.round(scrollY)) }), { passive: true });
  watchWidth();
}, failure.show);

function show(): void {
  if (view === undefined) return;
  const made = createPage(view, state.period, actions);
  figures = made.figures;
  redraw(() => {
    page.replaceChildren(...made.content);
    for (const figure of figures) figure.draw();
  });
}

/** A picture is drawn for its width, so that its text is as large in a narrow panel as in a wide one. */
function watchWidth(): void {
  let width = page.clientWidth;
  new ResizeObserver(() => {
    if (page.clientWidth === width) return;
    width = page.clientWidth;
    redraw(() => {
      for (const figure of figures) figure.draw();
    });
  }).observe(page);
}

/** What is drawn anew stays where it was in the window, and gets the focus back if it had it. */
function redraw(draw: () => void): void {
  const key = document.activeElement?.getAttribute('data-key');
  const top = scrollY;
  tooltip.hide();
  draw();
  scrollTo({ top });
  if (document.hasFocus()) focusOn(key);
}

function focusOn(key: string | null | undefined): void {
  if (key === null || key === undefined) return;
  page
    .querySelector<HTMLElement | SVGElement>(`[data-key="${CSS.escape(key)}"]`)
    ?.focus({ preventScroll: true });
}

/**
 * Chromium forgets what has the focus when another frame gets it, such as VS Code's list of a mark's questions. A person
 * who comes back goes on where they were; where they point, the focus goes there.
 */
function keepFocus(): void {
  let key: string | null = null;
  page.addEventListener('focusin', ({ target }) => (key = (target as Element).getAttribute('data-key')));
  addEventListener('pointerdown', () => (key = null), { capture: true });
  addEventListener('focus', () => {
    if (document.activeElement === document.body) focusOn(key);
  });
}

/** One question is opened; of several, a list is shown. */
function openMark({ title, questions }: MarkContent): void {
  const ids = idsOf(questions);
  const [id] = ids;
  if (id === undefined) announcer.say('These questions are no longer in the bank');
  else if (ids.length === 1) ask('open', { id });
  else ask('showQuestions', { title, ids });
}

function idsOf(positions: readonly number[]): QuestionList['ids'] {
  return positions.flatMap((position) => view?.questions[position] ?? []);
}

function ask<K extends keyof ProgressMethods>(method: K, params: ProgressMethods[K]['params']): void {
  host.request(method, params).then(failure.clear, failure.show);
}

function keep(change: Partial<ProgressState>): void {
  state = { ...state, ...change };
  host.setState(state);
}
