import { l10n, window } from 'vscode';
import { compareReviewLoad } from '../../core/schedule/reviewLoad';
import { parseStudyDay } from '../../core/schedule/studyDay';
import type { Services } from '../../platform/services';
import { getSetting } from '../../platform/settings';

const usualRetention = 0.9;

/** Above this, the work grows steeply. */
const steepFrom = 0.97;

let warned: number | undefined;

/** Says once what a desired retention costs that was set higher than is wise. */
export async function warnOfRetention({ study }: Services): Promise<void> {
  const wanted = getSetting('study.desiredRetention');
  if (wanted === warned) return;
  warned = wanted;
  if (wanted <= steepFrom) return;
  const { scheduling } = (await study.load()).plan();
  const retention = Math.min(0.99, wanted);
  const times = compareReviewLoad(retention, usualRetention, scheduling.model).toFixed(1);
  void window.showWarningMessage(
    l10n.t(
      'Above {0} the work grows steeply: a desired retention of {1} means {2} times the reviews of {3}.',
      steepFrom,
      retention,
      times,
      usualRetention,
    ),
  );
}

/** Says of an interview date that is none why there is no plan. */
export async function warnOfInterviewDate({ study }: Services): Promise<void> {
  const text = getSetting('study.interviewDate');
  const day = parseStudyDay(text);
  const today = (await study.load()).today();
  if (text === '' || (day !== undefined && day >= today)) return;
  const why =
    day === undefined
      ? l10n.t(
          'The setting llmStudy.study.interviewDate is "{0}", which is no day of the calendar.',
          text.slice(0, 60),
        )
      : l10n.t('Your interview was on {0}.', day);
  void window.showWarningMessage(
    `${why} ${l10n.t('Nothing is planned. Use "Plan for My Interview…" to name another day.')}`,
  );
}
