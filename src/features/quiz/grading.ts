import type { Session } from '../../core/schedule/session';
import type { Services } from '../../platform/services';
import type { QuizMethods } from '../../protocol/quiz';

/** A card left open over night was not looked at all night. */
const mostSeconds = 86_400;

/** Keeps a grade in the study log; gives the event that takes it back. */
export async function keepGrade(
  { library, study }: Services,
  { id, grade, ticked, seconds, thinkingSeconds }: QuizMethods['grade']['params'],
): Promise<string> {
  const [question, record] = [await library.loadQuestion(id), await study.load()];
  const inRange = (spent: number) => Math.min(mostSeconds, Math.round(spent * 10) / 10);
  return record.review({
    question: id,
    grade,
    ticked,
    keyPoints: question?.keyPoints.length ?? 0,
    shownSeconds: inRange(seconds),
    thinkingSeconds: inRange(Math.min(thinkingSeconds, seconds)),
  });
}

/** Takes the session's last grade back, if that is what was done last. */
export async function takeBackGrade({ study }: Services, { actions }: Session): Promise<void> {
  const last = actions.at(-1);
  if (last?.type !== 'graded' || last.event === undefined) return;
  const record = await study.load();
  await record.append({ type: 'undone', targets: [last.event] });
}
