import type { Grade } from '../../core/schedule/session';
import type { CardDraft, CardView } from '../../protocol/quiz';
import { button, element, keyHint } from '../element';
import { renderTitle, type QuestionActions } from '../questionParts';
import { createOwnNote, renderBack, renderGrades } from './back';
import type { TakeStep } from './main';
import { createOptionGroup, type OptionGroup } from './options';

/** A question being asked. */
export interface Card {
  readonly element: HTMLElement;
  draft(): CardDraft;
  reveal(): void;
  grade(grade: Grade): void;
  skip(): void;
  /** Chooses an option by its key; false where there is none, or the answer is shown. */
  choose(key: string): boolean;
  /** The note was changed: in the answer panel or in another window. */
  setNote(note: string): void;
}

interface CardActions {
  /** Keeps the draft for a reload. */
  keep(draft: CardDraft): void;
  step: TakeStep;
  setRevealed(on: boolean): void;
  announce(text: string): void;
  writeNote(): void;
}

export function createCard(
  view: CardView,
  start: CardDraft,
  render: QuestionActions,
  actions: CardActions,
): Card {
  let draft = start;
  const secondsNow = createStopwatch(start.seconds);
  const current = (): CardDraft => ({ ...draft, seconds: secondsNow() });
  const change = (next: Partial<CardDraft>) => {
    draft = { ...draft, ...next };
    actions.keep(current());
  };

  const answering = createAnswering(view, draft, render, { change, onConfirm: () => card.reveal() });
  const back = element('div', { class: 'back' });
  const note = createOwnNote(view.note, render, actions.writeNote);
  const front = element('div', { class: 'front' });
  const head = [renderProgress(view, actions, () => card.skip()), renderTitle(view.question, render)];
  const card: Card = {
    element: element('div', { class: 'card' }, ...head, answering.element, front, back),
    draft: current,
    reveal() {
      if (draft.isRevealed) return;
      change({ isRevealed: true, thinkingSeconds: current().seconds });
      open();
      actions.announce('Answer revealed');
      back.querySelector<HTMLElement>('h2')?.focus();
    },
    grade(grade) {
      if (!draft.isRevealed) return;
      const { ticked, seconds, thinkingSeconds } = current();
      actions.step('grade', { id: view.question.id, grade, ticked, seconds, thinkingSeconds });
    },
    skip: () => actions.step('skip', { id: view.question.id }),
    choose: (key) => !draft.isRevealed && answering.choose(key),
    setNote: note.set,
  };

  const open = () => {
    front.replaceChildren();
    answering.close();
    back.replaceChildren(
      ...renderBack(view, draft, note.element, render, (ticked) => change({ ticked })),
      renderGrades(view, draft, (grade) => card.grade(grade)),
    );
    actions.setRevealed(true);
  };
  front.append(renderRevealButton(() => card.reveal()));
  if (draft.isRevealed) open();
  return card;
}

/** Options to choose from, where there are any, else a field to type into. */
function createAnswering(
  { question }: CardView,
  { typed, chosen }: CardDraft,
  render: QuestionActions,
  { change, onConfirm }: { change(next: Partial<CardDraft>): void; onConfirm(): void },
): OptionGroup {
  if (question.options !== undefined) {
    return createOptionGroup(question, chosen, {
      render,
      onChoose: (now) => change({ chosen: now }),
      onConfirm,
    });
  }
  const box = renderAnswerBox(typed, (now) => change({ typed: now }));
  return { element: box, choose: () => false, close: () => box.classList.add('answered') };
}

/** Goes on from so many seconds. */
function createStopwatch(seconds: number): () => number {
  const startedAt = performance.now();
  return () => seconds + (performance.now() - startedAt) / 1000;
}

function renderRevealButton(onClick: () => void): HTMLElement {
  const made = button('Reveal answer', onClick, { class: 'primary', 'aria-keyshortcuts': 'Space' });
  made.append(' ', keyHint('Space'));
  return made;
}

function renderProgress(view: CardView, actions: CardActions, skip: () => void): HTMLElement {
  const undo = button('Undo', () => actions.step('undo', undefined), { 'aria-keyshortcuts': 'u' });
  undo.disabled = !view.canUndo;
  undo.append(' ', keyHint('u'));
  const skipButton = button('Skip', skip, { 'aria-keyshortcuts': 's' });
  skipButton.append(' ', keyHint('s'));
  const position = `${String(view.done + 1)} of ${String(view.total)}`;
  return element(
    'div',
    { class: 'quiz-head' },
    element('span', { class: 'position' }, `${view.title ? `${view.title} · ` : ''}${position}`),
    view.attempt > 1 ? element('span', { class: 'attempt' }, `attempt ${String(view.attempt)}`) : undefined,
    element('span', { class: 'spacer' }),
    undo,
    skipButton,
    button('Stop', () => actions.step('stop', undefined)),
    element('progress', {
      max: String(view.total),
      value: String(view.done),
      'aria-label': 'Questions done',
    }),
  );
}

function renderAnswerBox(typed: string, onType: (typed: string) => void): HTMLElement {
  const field = element('textarea', {
    id: 'own-answer',
    rows: '3',
    placeholder: 'Say it aloud, or type it here',
    onInput: () => onType(field.value),
  });
  field.value = typed;
  return element(
    'div',
    { class: 'own-answer' },
    element('label', { for: 'own-answer' }, 'Your answer (optional)'),
    field,
  );
}
