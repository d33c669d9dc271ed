import {
  isCardDraft,
  type CardDraft,
  type CardView,
  type QuizEvents,
  type QuizMethods,
  type QuizState,
  type QuizView,
} from '../../protocol/quiz';
import { createAnnouncer, createFailureBar } from '../announce';
import { element } from '../element';
import { connectHost } from '../host';
import { isTextField, keepOwnKeys } from '../keys';
import type { QuestionActions } from '../questionParts';
import { drawAnew } from '../stay';
import { takeFocus } from '../takeFocus';
import { createCard, type Card } from './card';
import { createDraft, followQuestion } from './draft';
import { renderScorecard } from './scorecard';

/** The quiz panel's page. */

const host = connectHost<QuizMethods, QuizEvents, QuizState>();
const announcer = createAnnouncer();
const failure = createFailureBar();
const page = element('main', { class: 'quiz' });
document.body.append(page, failure.bar, announcer.region);
keepOwnKeys();

let view: QuizView | undefined;
let card: Card | undefined;

const actions: QuestionActions = {
  openQuestion: (id) => void host.request('open', { id }).catch(failure.show),
  copy: (text) => void host.request('copy', { text }).catch(failure.show),
  followLink: (target) => void host.request('followLink', { id: shownId(), target }).catch(failure.show),
  findPictures: (paths) => host.request('findPictures', { id: shownId(), paths }),
  writeAnswer: () => void host.request('writeAnswer', { id: shownId() }).catch(failure.show),
};

// While one thinks, so that the answer appears with its formulas drawn.
void import('../markdown/math');

host.on('show', (shown) => show(shown));
host.on('changed', change);
host.on('act', (action) => {
  if (action.type === 'grade') card?.grade(action.grade);
  else if (action.type === 'reveal') card?.reveal();
  else if (action.type === 'skip') card?.skip();
  else if (action.type === 'undo') step('undo', undefined);
  else step('stop', undefined);
});
host.on('noted', ({ id, note }) => {
  if (view?.phase === 'card' && view.question.id === id) card?.setNote(note);
});
// An option's key chooses: VS Code, which would take a number for a grade, must not hear it.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target as HTMLElement)) return;
  if (card?.choose(event.key) !== true) return;
  event.preventDefault();
  event.stopPropagation();
});
host.request('ready', undefined).then((shown) => {
  const state = host.getState() as Partial<QuizState> | undefined;
  show(shown, isCardDraft(state?.draft) ? state.draft : undefined);
}, failure.show);

function show(shown: QuizView, kept?: CardDraft): void {
  view = shown;
  failure.clear();
  if (shown.phase === 'scorecard') return showScorecard(shown);
  const isSame = kept?.id === shown.question.id && kept.attempt === shown.attempt;
  showCard(shown, isSame ? followQuestion(kept, shown.question) : createDraft(shown));
  takeFocus(() => page.querySelector('h1'));
  announcer.say(`Question ${String(shown.done + 1)} of ${String(shown.total)}`);
}

function showCard(shown: CardView, draft: CardDraft): void {
  card = createCard(shown, draft, actions, {
    keep,
    step,
    setRevealed: (on) => void host.request('revealed', { on }).catch(failure.show),
    announce: announcer.say,
    writeNote: () => void host.request('writeNote', { id: shown.question.id }).catch(failure.show),
  });
  page.replaceChildren(card.element);
  keep(card.draft());
}

/** The deck's file was edited: the card reads anew, and what was done with it stays. */
function change(shown: CardView): void {
  if (view?.phase !== 'card' || card === undefined || view.question.id !== shown.question.id) return;
  const draft = followQuestion(card.draft(), shown.question, view.question);
  view = shown;
  drawAnew(() => showCard(shown, draft));
  announcer.say('The question has changed');
}

function shownId(): string {
  return view?.phase === 'card' ? view.question.id : '';
}

function showScorecard(shown: Extract<QuizView, { phase: 'scorecard' }>): void {
  card = undefined;
  page.replaceChildren(renderScorecard(shown, actions, step, () => void host.request('restart', undefined)));
  takeFocus(() => page.querySelector('h1'));
  announcer.say('Quiz finished');
  keep(undefined);
}

function keep(draft: CardDraft | undefined): void {
  if (view !== undefined) host.setState({ session: view.session, draft });
}

/** Sends a step and shows where it leads. Until the answer is there, a second one is passed over. */
let isStepping = false;
function step<K extends 'grade' | 'skip' | 'stop' | 'undo' | 'again'>(
  method: K,
  params: QuizMethods[K]['params'],
): void {
  if (isStepping) return;
  isStepping = true;
  host
    .request(method, params)
    .then((shown) => show(shown), failure.show)
    .finally(() => (isStepping = false));
}

export type TakeStep = typeof step;
