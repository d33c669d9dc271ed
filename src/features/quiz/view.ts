import { l10n } from 'vscode';
import type { Bank } from '../../core/bank/bank';
import type { BankIndex } from '../../core/bank/bankFiles';
import type { Question } from '../../core/bank/question';
import { gatherScorecard } from '../../core/schedule/scorecard';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { Outcome } from '../../core/schedule/outcomes';
import { GRADES, replaySession, type Grade, type Session } from '../../core/schedule/session';
import { describeDays } from '../../platform/dayWords';
import type { QuestionView } from '../../protocol/question';
import type { QuizView, ScorecardView } from '../../protocol/quiz';

/** Makes of a question what a panel shows. */
export type ShowQuestion = (question: Question, index: BankIndex) => Promise<QuestionView>;

/** What the panel shows of a session: the current card, or the scorecard at its end. */
export async function loadQuizView(
  library: Bank,
  study: StudyRecord,
  session: Session,
  showQuestion: ShowQuestion,
): Promise<QuizView> {
  const index = await library.loadIndex();
  const { current, done, queue } = replaySession(session);
  if (current === undefined) return loadScorecard(library, index, session);
  const question = await library.loadQuestion(current);
  if (question === undefined) throw new Error(l10n.t('the bank has no question "{0}".', current));
  return {
    phase: 'card',
    title: session.title,
    question: await showQuestion(question, index),
    note: study.noteOf(current) ?? '',
    attempt: 1 + session.actions.filter((action) => action.type === 'graded' && action.id === current).length,
    done,
    total: done + 1 + queue.length,
    canUndo: session.actions.length > 0,
    outcomes: describeOutcomes(study.outcomesOf(current), queue.length),
    session,
  };
}

/** When it is asked again, for each grade: in this quiz when it is failed, else in so many days. */
function describeOutcomes(outcomes: Record<Grade, Outcome>, left: number): Record<Grade, string> {
  const again =
    left === 0 ? l10n.t('asked again now') : left < 3 ? l10n.t('asked again last') : l10n.t('after 3 others');
  const describe = (grade: Grade) => {
    const outcome = outcomes[grade];
    switch (outcome.type) {
      case 'session':
        return again;
      case 'days':
        return describeDays(outcome.days);
      case 'practice':
        return l10n.t('practice, still {0}', describeDays(outcome.days));
    }
  };
  return { again, hard: describe('hard'), good: describe('good'), easy: describe('easy') };
}

async function loadScorecard(library: Bank, index: BankIndex, session: Session): Promise<ScorecardView> {
  const { results, missed, skipped, seconds } = gatherScorecard(session);
  const topicOf = (id: string) => index.questions.find((question) => question.id === id)?.topic;
  const topics = index.topics.flatMap(({ id, title }) => {
    const answered = results.filter((result) => topicOf(result.id) === id);
    const missedHere = answered.filter((result) => missed.includes(result.id));
    return answered.length === 0 ? [] : [{ title, answered: answered.length, missed: missedHere.length }];
  });
  const missedQuestions = results.flatMap(async (result) => {
    if (!missed.includes(result.id)) return [];
    const question = await library.loadQuestion(result.id);
    if (question === undefined) return [];
    const missedPoints = question.keyPoints.filter((_, number) => !result.ticked.includes(number));
    return [{ id: question.id, title: question.title, missedPoints }];
  });
  return {
    phase: 'scorecard',
    title: session.title,
    seconds,
    topics,
    missed: (await Promise.all(missedQuestions)).flat(),
    grades: countGrades(results.map(({ first }) => first)),
    skipped: skipped.length,
    canUndo: session.actions.length > 0,
    session,
  };
}

function countGrades(grades: readonly Grade[]): Record<Grade, number> {
  const counts: Record<Grade, number> = { again: 0, hard: 0, good: 0, easy: 0 };
  for (const grade of GRADES) counts[grade] = grades.filter((each) => each === grade).length;
  return counts;
}
