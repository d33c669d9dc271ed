import {
  isAnswerState,
  STEPS,
  type AnswerEvents,
  type AnswerMethods,
  type AnswerState,
  type AnswerView,
  type GoneView,
  type Step,
} from '../../protocol/answer';
import { createAnnouncer, createFailureBar } from '../announce';
import { element } from '../element';
import { connectHost } from '../host';
import { keepOwnKeys } from '../keys';
import { allDrawn } from '../markdown/render';
import type { QuestionActions } from '../questionParts';
import { drawAnew } from '../stay';
import { takeFocus } from '../takeFocus';
import { renderActionBar, renderGoneBar } from './actionBar';
import { renderGone } from './gone';
import { createNoteSection, type NoteSection } from './note';
import { renderSteps, showRightOptions } from './steps';

/** The answer panel's page. */

const host = connectHost<AnswerMethods, AnswerEvents, AnswerState>();
const announcer = createAnnouncer();
const failure = createFailureBar();
const page = element('main', {});
const footer = element('footer', {});
document.body.append(page, footer, failure.bar, announcer.region);
keepOwnKeys();

let view: AnswerView | undefined;
/** The id of a question that was shown and is no more; there is no `view` then. */
let gone: string | undefined;
let step: Step = 'question';
let note: NoteSection | undefined;

const actions: QuestionActions = {
  openQuestion: (id) => ask('open', { id }),
  copy: (text) => ask('copy', { text }),
  followLink: (target) => ask('followLink', { id: view?.question.id ?? '', target }),
  findPictures: (paths) => host.request('findPictures', { id: view?.question.id ?? '', paths }),
  writeAnswer: () => ask('writeAnswer', { id: view?.question.id ?? '' }),
};

host.on('show', (shown) => {
  show(shown, 'question', 0);
  if (!shown.isPreview && !shown.startsWriting) takeFocus(() => page.querySelector('h1'));
});
host.on('changed', change);
host.on('gone', showGone);
host.on('reveal', (how) => reveal(how === 'next' ? nextStep(step) : how === 'all' ? 'answer' : 'question'));
host.on('bookmarked', ({ id, on }) => {
  if (view?.question.id !== id || view.isBookmarked === on) return;
  view = { ...view, isBookmarked: on };
  renderBar();
});
host.on('noted', (changed) => {
  if (view?.question.id !== changed.id || view.note === changed.note) return;
  view = { ...view, note: changed.note };
  note?.setNote(changed.note);
  renderBar();
});
host.on('writeNote', ({ id }) => {
  if (view?.question.id === id) note?.write();
});
host.on('peek', (peek) => document.body.classList.toggle('peek', peek));
addEventListener('scroll', () => keep(), { passive: true });

host.request('ready', undefined).then(restore, failure.show);

/** Shows what the host names, at the step and place where the page was before a reload. */
async function restore(shown: AnswerView | GoneView): Promise<void> {
  if ('gone' in shown) {
    showGone(shown);
    return;
  }
  const state = host.getState();
  const isSame = isAnswerState(state) && state.id === shown.question.id;
  show(shown, isSame ? state.step : 'question', 0);
  if (shown.startsWriting) return;
  // The host may load the page anew for another question, and the focus was in the page that is gone.
  if (!isSame && !shown.isPreview) takeFocus(() => page.querySelector('h1'));
  if (!isSame) return;
  await allDrawn();
  scrollTo({ top: state.scroll });
}

function show(shown: AnswerView, at: Step, scroll: number): void {
  view = shown;
  gone = undefined;
  step = at;
  failure.clear();
  document.body.classList.toggle('peek', shown.peek);
  document.body.classList.toggle('preview', shown.isPreview);
  note = renderOwnNote(shown);
  renderPage(shown, note);
  scrollTo({ top: scroll });
  keep();
  if (shown.startsWriting) note.write();
}

function renderPage({ question }: AnswerView, { element: noteElement }: NoteSection): void {
  page.replaceChildren(renderSteps(question, actions, { onReveal: reveal }));
  page.querySelector('section[data-step="answer"]')?.before(noteElement);
  if (question.isUnanswered) step = 'answer';
  const steps = availableSteps();
  while (!steps.includes(step)) step = STEPS[STEPS.indexOf(step) - 1] ?? 'question';
  apply();
}

/** The deck's file was edited: the page reads anew where the reader is. */
function change(shown: AnswerView): void {
  if (gone === shown.question.id) return show(shown, step, 0);
  if (view?.question.id !== shown.question.id || note === undefined) return;
  const { scrollY: place } = window;
  const own = note;
  const changed: AnswerView = { ...view, question: shown.question };
  view = changed;
  drawAnew(() => renderPage(changed, own));
  announcer.say('The question has changed');
  void allDrawn().then(() => scrollTo({ top: place }));
}

function showGone(shown: GoneView): void {
  const hadFocus = document.hasFocus() && page.contains(document.activeElement);
  view = undefined;
  gone = shown.gone;
  note = undefined;
  failure.clear();
  page.replaceChildren(renderGone(shown));
  footer.replaceChildren(renderGoneBar(shown, ask));
  if (hadFocus) page.querySelector('h1')?.focus();
  announcer.say('This question is not in its deck any more');
}

/** While a question is only looked at, its editor stays closed, so that it can't take the focus. */
function renderOwnNote({ question, note: text, draft, isPreview }: AnswerView): NoteSection {
  const { id } = question;
  const start = draft && isPreview ? { ...draft, isOpen: false } : draft;
  return createNoteSection(
    { note: text, draft: start, isRevealed: step === 'answer' },
    {
      render: actions,
      save: (typed) => saveNote(id, typed),
      keepDraft(next) {
        if (view?.question.id === id) view = { ...view, draft: next };
        ask('keepDraft', { id, draft: next });
        renderBar();
      },
      onLeave: () => footer.querySelector<HTMLElement>('[data-action="note"]')?.focus(),
      announce: announcer.say,
    },
  );
}

async function saveNote(id: string, text: string): Promise<string | undefined> {
  try {
    const { note: saved } = await host.request('saveNote', { id, text });
    failure.clear();
    if (view?.question.id === id) view = { ...view, note: saved, draft: undefined };
    renderBar();
    return saved;
  } catch (error) {
    failure.show(error);
    return undefined;
  }
}

/** Reveals up to a step, moves the focus to what is new and says so. */
function reveal(to: Step): void {
  if (view === undefined || view.question.isUnanswered) return;
  const before = step;
  step = to;
  apply();
  keep();
  ask('reached', { id: view.question.id, step });
  if (STEPS.indexOf(to) <= STEPS.indexOf(before)) {
    announcer.say('Answer hidden');
    page.querySelector('h1')?.focus();
    return;
  }
  const section = page.querySelector<HTMLElement>(`section[data-step="${firstNew(before, to)}"]`);
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'nearest' });
  announcer.say(`${section?.getAttribute('aria-label') ?? 'Answer'} revealed`);
}

/** When several steps open at once, the last one is what was asked for. */
function firstNew(before: Step, to: Step): Step {
  return nextStep(before) === to ? to : 'answer';
}

function nextStep(from: Step): Step {
  const steps = availableSteps();
  return steps[Math.min(steps.indexOf(from) + 1, steps.length - 1)] ?? 'answer';
}

/** A question without a hint has no such step. */
function availableSteps(): Step[] {
  return STEPS.filter((each) => each === 'question' || page.querySelector(`section[data-step="${each}"]`));
}

function apply(): void {
  for (const section of page.querySelectorAll<HTMLElement>('section[data-step]')) {
    const isOpen = STEPS.indexOf(section.dataset.step as Step) <= STEPS.indexOf(step);
    section.classList.toggle('veiled', !isOpen);
    const content = section.querySelector<HTMLElement>('.content');
    if (content !== null) content.inert = !isOpen;
    const veil = section.querySelector<HTMLButtonElement>('button.veil');
    if (veil !== null) veil.hidden = isOpen;
  }
  note?.setRevealed(step === 'answer');
  showRightOptions(page, step === 'answer');
  renderBar();
}

function renderBar(): void {
  if (view === undefined) return;
  const focused = document.activeElement?.getAttribute('data-action');
  footer.replaceChildren(
    renderActionBar(
      view,
      { step, next: nextStep(step), isDone: step === 'answer' },
      { reveal, ask, writeNote: () => note?.write() },
    ),
  );
  // Where the person is in another part of the window, the focus must not be taken from there.
  if (focused && document.hasFocus())
    footer.querySelector<HTMLElement>(`[data-action="${focused}"]`)?.focus();
}

function keep(): void {
  if (view === undefined || view.isPreview) return;
  const { question, back, forward } = view;
  host.setState({ id: question.id, step, scroll: Math.max(0, Math.round(scrollY)), back, forward });
}

function ask<K extends keyof AnswerMethods>(method: K, params: AnswerMethods[K]['params']): void {
  host.request(method, params).then(failure.clear, failure.show);
}

export type Ask = typeof ask;
