import { l10n, window } from 'vscode';
import { answeredIds } from '../../core/bank/askable';
import type { Bank } from '../../core/bank/bank';
import { isLeech } from '../../core/schedule/leech';
import { addDays, parseStudyDay } from '../../core/schedule/studyDay';
import { executeCommand } from '../../platform/commands';
import { plainName } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { describeAction, describeDue, describeForgotten, describeLeech, describeNothingDue } from './words';

export { checkData, exportData, importData, restoreBackup } from './data';
export { planInterview } from './interview';
export { warnOfInterviewDate, warnOfRetention } from './settingsFaults';

export async function suspend({ library, study }: Services, id: string): Promise<void> {
  await checkKnown(library, id);
  await (await study.load()).append({ type: 'suspended', question: id });
}

/** Ends a suspension, and a setting aside, too. */
export async function resume({ library, study }: Services, id: string): Promise<void> {
  await checkKnown(library, id);
  await (await study.load()).append({ type: 'resumed', question: id });
}

/** Asks until when, tomorrow being the first choice. */
export async function bury({ library, study }: Services, id: string): Promise<void> {
  await checkKnown(library, id);
  const record = await study.load();
  const today = record.today();
  const choices = [
    { label: l10n.t('Until tomorrow'), until: addDays(today, 1) },
    { label: l10n.t('For a week'), until: addDays(today, 7) },
    { label: l10n.t('Until a date…'), until: undefined },
  ];
  const title = l10n.t('Set Aside');
  const choice = await window.showQuickPick(
    choices.map((each) => ({ ...each, description: each.until ?? '' })),
    { title },
  );
  if (choice === undefined) return;
  const until = choice.until ?? (await askForDay(title, today));
  if (until !== undefined) await record.append({ type: 'buried', question: id, until });
}

function askForDay(title: string, today: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t('The first day on which it may be asked again'),
    value: addDays(today, 14),
    validateInput: (text) =>
      (parseStudyDay(text) ?? '') > today
        ? undefined
        : l10n.t('Write a day to come, such as {0}.', addDays(today, 14)),
  });
}

/** The question is new again. Asks first; what was before stays in the log. */
export async function reset({ library, study }: Services, id: string): Promise<void> {
  await checkKnown(library, id);
  const record = await study.load();
  const count = record.stateOf(id)?.reviews.length ?? 0;
  const forget = l10n.t('Forget');
  const answer = await window.showWarningMessage(
    [l10n.t('Start this question anew?'), ...describeForgotten(count)].join(' '),
    { modal: true },
    forget,
  );
  if (answer !== forget) return;
  await (await study.loadData()).backUp('reset');
  await record.append({ type: 'reset', question: id });
}

export async function explain({ library, study }: Services, id: string): Promise<void> {
  const title = await checkKnown(library, id);
  const record = await study.load();
  const aim = record.plan().interview === undefined ? 'settings' : 'interview';
  const card = record.cardOf(id);
  const leech = isLeech(card) ? ` ${describeLeech(card.lapses)}` : '';
  void window.showInformationMessage(`${plainName(title)} ${describeDue(record.whyDue(id), aim)}${leech}`);
}

/** Takes back what was done last: a grade, a bookmark, a suspension … */
export async function undo({ study, library }: Services): Promise<void> {
  const record = await study.load();
  const action = await record.undo();
  if (action === undefined) throw new Error(l10n.t('nothing was done yet.'));
  const [id = ''] = action.questions;
  const question = await library.loadQuestion(id);
  void window.showInformationMessage(
    l10n.t('Undone: {0}', describeAction(action.type, plainName(question?.title ?? id))),
  );
}

/** Quizzes on what is due; where nothing is, says why and when something will be. */
export async function quizDue({ library, study }: Services): Promise<void> {
  const [{ questions }, record] = [await library.loadIndex(), await study.load()];
  const all = answeredIds(questions);
  const ids = record.queueOf('due', all);
  if (ids.length > 0) return executeCommand('llmStudy.quiz.questions', { title: l10n.t('Due'), ids });
  const nothing = record.whyNothingIsDue(all);
  const quiz = l10n.t('Quiz Me on Something Else');
  void window
    .showInformationMessage(
      nothing === undefined ? l10n.t('Nothing is due.') : describeNothingDue(nothing),
      quiz,
    )
    .then((choice) => (choice === quiz ? executeCommand('llmStudy.quiz.start') : undefined));
}

/** The question's title. Rejects when the bank has no such question. */
async function checkKnown(library: Bank, id: string): Promise<string> {
  const question = await library.loadQuestion(id);
  if (question === undefined) throw new Error(l10n.t('the bank has no question "{0}".', id.slice(0, 60)));
  return question.title;
}
