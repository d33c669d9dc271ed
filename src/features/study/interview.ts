import { ConfigurationTarget, l10n, window, workspace } from 'vscode';
import { answeredIds } from '../../core/bank/askable';
import type { Interview } from '../../core/log/dailyPlan';
import { addDays, parseStudyDay, type StudyDay } from '../../core/schedule/studyDay';
import { executeCommand } from '../../platform/commands';
import { describeInterview } from '../../platform/interviewNames';
import type { Services } from '../../platform/services';
import { getSetting, type Settings } from '../../platform/settings';

/** Asks for day and minutes, keeps them in the settings, and says what the plan expects. */
export async function planInterview(services: Services): Promise<void> {
  const record = await services.study.load();
  const day = await askForInterviewDay(record.today());
  if (day === undefined) return;
  if (day === '') return clearInterview();
  const minutes = await askForMinutes();
  if (minutes === undefined) return;
  await keepSetting('study.minutesPerDay', minutes);
  await keepSetting('study.interviewDate', day);
  const { interview } = record.plan();
  if (interview !== undefined) await showPlan(services, interview, minutes);
}

/** The day, an empty text to plan for none, or `undefined` when it was cancelled. */
async function askForInterviewDay(today: StudyDay): Promise<StudyDay | undefined> {
  const set = getSetting('study.interviewDate').trim();
  const isSet = set !== '';
  const example = addDays(today, 30);
  const text = await window.showInputBox({
    title: l10n.t('Plan for My Interview (1/2)'),
    prompt: isSet
      ? l10n.t('The day of your interview. Leave it empty to plan for none')
      : l10n.t('The day of your interview'),
    value: isSet ? set : example,
    placeHolder: example,
    validateInput: (written) => findDayFault(written.trim(), today, example),
  });
  return text?.trim();
}

function findDayFault(text: string, today: StudyDay, example: StudyDay): string | undefined {
  if (text === '') return undefined;
  const day = parseStudyDay(text);
  if (day === undefined) return l10n.t('This is no day of the calendar. Write one such as {0}.', example);
  return day < today ? l10n.t('That day is over. Write one to come, such as {0}.', example) : undefined;
}

async function askForMinutes(): Promise<number | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Plan for My Interview (2/2)'),
    prompt: l10n.t('How many minutes a day can you study?'),
    value: String(getSetting('study.minutesPerDay')),
    validateInput: (written) =>
      parseMinutes(written) === undefined
        ? l10n.t('Write a whole number of minutes from 1 to 600.')
        : undefined,
  });
  return text === undefined ? undefined : parseMinutes(text);
}

function parseMinutes(text: string): number | undefined {
  const minutes = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : NaN;
  return minutes >= 1 && minutes <= 600 ? minutes : undefined;
}

async function clearInterview(): Promise<void> {
  await keepSetting('study.interviewDate', undefined);
  void window.showInformationMessage(
    l10n.t('No interview is planned for. Your other settings decide again.'),
  );
}

/** Keeps a setting for every window. Rejects where a workspace has one of its own, since that goes first. */
async function keepSetting<K extends 'study.interviewDate' | 'study.minutesPerDay'>(
  key: K,
  value: Settings[K] | undefined,
): Promise<void> {
  const settings = workspace.getConfiguration('llmStudy');
  await settings.update(key, value, ConfigurationTarget.Global);
  const { workspaceValue, workspaceFolderValue } = settings.inspect(key) ?? {};
  const own: unknown = workspaceFolderValue ?? workspaceValue;
  if (own === undefined || own === value) return;
  throw new Error(
    l10n.t(
      'this workspace\'s own settings say that llmStudy.{0} is "{1}". Change it there.',
      key,
      JSON.stringify(own),
    ),
  );
}

async function showPlan({ library, study }: Services, interview: Interview, minutes: number): Promise<void> {
  const { questions } = await library.loadIndex();
  const title = describeInterview(interview);
  const ids = (await study.load()).interviewQueueOf(answeredIds(questions));
  const start = l10n.t('Quiz Me');
  void window
    .showInformationMessage(
      `${title}. ${describeExpected(interview, minutes)}`,
      ...(ids.length === 0 ? [] : [start]),
    )
    .then((choice) =>
      choice === start ? executeCommand('llmStudy.quiz.questions', { title, ids }) : undefined,
    );
}

function describeExpected(
  { expectedRecall, questionCount, newToday, desiredRetention }: Interview,
  minutes: number,
): string {
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const expected = l10n.t(
    'With {0} minutes a day you can expect to recall {1} of {2} questions on the day.',
    minutes,
    percent(expectedRecall),
    questionCount,
  );
  const news =
    newToday.length === 0
      ? l10n.t('Today: no new questions.')
      : newToday.length === 1
        ? l10n.t('Today: 1 new question.')
        : l10n.t('Today: {0} new questions.', newToday.length);
  return `${expected} ${news} ${l10n.t('Until then a question is due when recall falls to {0}.', percent(desiredRetention))}`;
}
