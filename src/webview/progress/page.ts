import type { ProgressView, RetentionPeriod } from '../../protocol/progress';
import { button, element } from '../element';
import { describeAnswers } from './answers';
import { describeCalendar } from './calendar';
import { renderPatterns } from './columns';
import { createFigure, type Figure, type FigureActions } from './figure';
import { describeForecast } from './forecast';
import { describeFacts, describeInterview } from './interview';
import { describeRecall } from './recall';
import { describeRetention } from './retention';
import { describeTimePerDay, describeTimePerQuestion } from './time';
import { formatCount } from './words';

export interface PageActions extends FigureActions {
  /** Starts a quiz of what is due. */
  quizDue(): void;
  /** Asks what to be quizzed about. */
  startQuiz(): void;
  choosePeriod(period: RetentionPeriod): void;
}

/** What is on the page, and its pictures, still to be drawn. */
export interface Page {
  readonly content: readonly Element[];
  readonly figures: readonly Figure[];
}

export function createPage(view: ProgressView, period: RetentionPeriod, actions: PageActions): Page {
  // Without any review there is no time to be halved.
  if (view.time.medianSeconds === undefined) return { content: renderEmpty(view, actions), figures: [] };
  const { interview } = view;
  const figures = [
    ...(interview === undefined ? [] : [describeInterview(view, interview)]),
    describeRecall(view),
    describeForecast(view),
    describeCalendar(view),
    describeRetention(view, period, actions.choosePeriod),
    describeAnswers(view),
    describeTimePerDay(view),
    describeTimePerQuestion(view),
  ].map((content) => createFigure(content, actions));
  const content = [renderHead(view, actions), renderPatterns(), ...figures.map((figure) => figure.element)];
  return { content, figures };
}

function renderEmpty({ interview }: ProgressView, { startQuiz }: PageActions): Element[] {
  return [
    element('h1', { tabindex: '-1' }, 'Progress'),
    element(
      'p',
      {},
      'Nothing is studied yet. After your first quiz, this page shows what you would recall, topic by topic, and when ',
      'questions come back.',
    ),
    ...(interview === undefined ? [] : [element('p', {}, 'Your interview: ', describeFacts(interview))]),
    element(
      'div',
      { class: 'actions' },
      button('Quiz me', startQuiz, { class: 'primary', 'data-key': 'start' }),
    ),
  ];
}

function renderHead({ forecast }: ProgressView, { quizDue, startQuiz }: PageActions): Element {
  const due = forecast.days[0]?.questions.length ?? 0;
  return element(
    'header',
    {},
    element('h1', { tabindex: '-1' }, 'Progress'),
    element(
      'p',
      { class: 'help' },
      'Rest on a mark for its numbers; click it, or press Enter, for its questions. Arrow keys lead from mark to mark.',
    ),
    element(
      'div',
      { class: 'actions' },
      due === 0
        ? undefined
        : button(`Quiz me on the ${formatCount(due, 'question')} due`, quizDue, {
            class: 'primary',
            'data-key': 'quiz-due',
          }),
      button(due === 0 ? 'Quiz me' : 'Choose a quiz', startQuiz, { 'data-key': 'start' }),
    ),
  );
}
