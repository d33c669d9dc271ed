import { GRADES, type Grade } from '../../core/schedule/session';
import type { CardDraft, CardView } from '../../protocol/quiz';
import type { QuestionView } from '../../protocol/question';
import { button, element, keyHint } from '../element';
import { renderInline, type RenderActions } from '../markdown/render';
import { renderAnswer, renderNote, type QuestionActions } from '../questionParts';
import { judgeChoice } from './options';

/** What a card shows once it is revealed: how the choice went, the key points, the note, the answer. */
export function renderBack(
  { question }: CardView,
  { ticked, chosen }: CardDraft,
  note: HTMLElement,
  actions: QuestionActions,
  onTick: (ticked: readonly number[]) => void,
): HTMLElement[] {
  const choice = judgeChoice(question, chosen);
  return [
    ...(choice === undefined ? [] : [element('h2', { class: 'choice', tabindex: '-1' }, choice.text)]),
    ...(question.keyPoints.length === 0 ? [] : [renderRubric(question, ticked, actions, onTick)]),
    note,
    renderWholeAnswer(question, actions),
  ];
}

/** Below key points the answer can be folded away; alone, it is what was waited for. */
function renderWholeAnswer(question: QuestionView, actions: QuestionActions): HTMLElement {
  const answer = renderAnswer(question, actions);
  if (question.keyPoints.length === 0) {
    return element('section', { class: 'whole-answer' }, element('h2', { tabindex: '-1' }, 'Answer'), answer);
  }
  return element('details', { class: 'whole-answer', open: true }, element('summary', {}, 'Answer'), answer);
}

function renderRubric(
  { keyPoints, origin }: QuestionView,
  ticked: readonly number[],
  render: RenderActions,
  onTick: (ticked: readonly number[]) => void,
): HTMLElement {
  const covered = new Set(ticked);
  const points = keyPoints.map((point, number) => {
    const box = element('input', {
      type: 'checkbox',
      checked: covered.has(number),
      onChange: () => {
        if (box.checked) covered.add(number);
        else covered.delete(number);
        onTick([...covered].sort((a, b) => a - b));
      },
    });
    return element('li', {}, element('label', {}, box, renderInline(point, render, origin)));
  });
  return element(
    'section',
    { class: 'rubric' },
    element('h2', { tabindex: '-1' }, 'Which key points did you have?'),
    element('ul', { class: 'ticks' }, ...points),
  );
}

/** The note of one's own. It is written in the answer panel. */
export function createOwnNote(start: string, render: RenderActions, writeNote: () => void) {
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

const gradeNames: Record<Grade, string> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

/** After a choice, the grade that goes with it stands out. Which one to give stays the person's to say. */
export function renderGrades(
  { question, outcomes }: CardView,
  { chosen }: CardDraft,
  onGrade: (grade: Grade) => void,
): HTMLElement {
  const suggested = judgeChoice(question, chosen)?.grade;
  return element(
    'div',
    { class: 'grades', role: 'group', 'aria-label': 'How well did you know it?' },
    ...GRADES.map((grade, number) => {
      const made = button(gradeNames[grade], () => onGrade(grade), {
        class: `grade ${grade}${grade === suggested ? ' primary' : ''}`,
        'aria-keyshortcuts': String(number + 1),
      });
      made.append(' ', keyHint(String(number + 1)), element('small', {}, outcomes[grade]));
      return made;
    }),
  );
}
