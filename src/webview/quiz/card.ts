import { GRADES, type Grade } from '../../core/schedule/session';
import type { CardDraft, CardView } from '../../protocol/quiz';
import { button, element, keyHint } from '../element';
import { renderInline, type RenderActions } from '../markdown/render';
import { renderAnswer, renderNote, renderTitle } from '../questionParts';
import type { TakeStep } from './main';

/** A question being asked. */
export interface Card {
  readonly element: HTMLElement;
  draft(): CardDraft;
  focus(): void;
  reveal(): void;
  grade(grade: Grade): void;
  skip(): void;
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

const gradeNames: Record<Grade, string> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

export function createCard(
  view: CardView,
  start: CardDraft,
  render: RenderActions,
  actions: CardActions,
): Card {
  let draft = start;
  const secondsNow = createStopwatch(start.seconds);
  const current = (): CardDraft => ({ ...draft, seconds: secondsNow() });
  const change = (next: Partial<CardDraft>) => {
    draft = { ...draft, ...next };
    actions.keep(current());
  };

  const answerBox = renderAnswerBox(draft.typed, (typed) => change({ typed }));
  const back = element('div', { class: 'back' });
  const note = createOwnNote(view.note, render, actions.writeNote);
  const front = element('div', { class: 'front' });
  const card: Card = {
    element: element(
      'div',
      { class: 'card' },
      renderProgress(view, actions, () => card.skip()),
      renderTitle(view.question),
      answerBox,
      front,
      back,
    ),
    draft: current,
    focus: () => card.element.querySelector('h1')?.focus(),
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
    setNote: note.set,
  };

  const open = () => {
    front.replaceChildren();
    answerBox.classList.add('answered');
    back.replaceChildren(
      ...renderBack(view, draft.ticked, note.element, render, (ticked) => change({ ticked })),
      renderGrades(view, (grade) => card.grade(grade)),
    );
    actions.setRevealed(true);
  };
  front.append(renderRevealButton(() => card.reveal()));
  if (draft.isRevealed) open();
  return card;
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

function renderBack(
  { question }: CardView,
  ticked: readonly number[],
  note: HTMLElement,
  render: RenderActions,
  onTick: (ticked: readonly number[]) => void,
): HTMLElement[] {
  const covered = new Set(ticked);
  const points = question.keyPoints.map((point, number) => {
    const box = element('input', {
      type: 'checkbox',
      checked: covered.has(number),
      onChange: () => {
        if (box.checked) covered.add(number);
        else covered.delete(number);
        onTick([...covered].sort((a, b) => a - b));
      },
    });
    return element('li', {}, element('label', {}, box, renderInline(point, render)));
  });
  return [
    element(
      'section',
      { class: 'rubric' },
      element('h2', { tabindex: '-1' }, 'Which key points did you have?'),
      element('ul', { class: 'ticks' }, ...points),
    ),
    note,
    element(
      'details',
      { class: 'whole-answer', open: true },
      element('summary', {}, 'Answer'),
      renderAnswer(question, render),
    ),
  ];
}

/** The note of one's own. It is written in the answer panel. */
function createOwnNote(start: string, render: RenderActions, writeNote: () => void) {
  const section = element('section', { class: 'own-note', 'aria-label': 'Your note' });
  const set = (note: string) => {
    const heading = element('h2', {}, 'Your note');
    const parts = note === '' ? [] : [heading, renderNote(note, render)];
    section.replaceChildren(...parts, button(note === '' ? 'Write note' : 'Edit note', writeNote));
    section.classList.toggle('empty', note === '');
  };
  set(start);
  return { element: section, set };
}

function renderGrades({ outcomes }: CardView, onGrade: (grade: Grade) => void): HTMLElement {
  return element(
    'div',
    { class: 'grades', role: 'group', 'aria-label': 'How well did you know it?' },
    ...GRADES.map((grade, number) => {
      const made = button(gradeNames[grade], () => onGrade(grade), {
        class: `grade ${grade}`,
        'aria-keyshortcuts': String(number + 1),
      });
      made.append(' ', keyHint(String(number + 1)), element('small', {}, outcomes[grade]));
      return made;
    }),
  );
}
