import { MarkdownString, l10n } from 'vscode';
import { groupQuestions, type Group } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import type { StudyRecord } from '../../core/log/studyRecord';
import { renderTooltipMarkdown } from '../../core/hover/renderHover';
import type { Services } from '../../platform/services';
import type { Arrangement, Filter } from './tree';

/** The groups of the tree, as it is arranged. */
export async function loadGroups(
  { bank, study }: Services,
  { groupBy, filter }: Arrangement,
): Promise<Group[]> {
  const record = await study.load();
  return groupQuestions(await bank.loadIndex(), groupBy, createFilter(record, filter), record);
}

function createFilter(study: StudyRecord, filter: Filter): (question: QuestionSummary) => boolean {
  switch (filter) {
    case 'all':
      return () => true;
    case 'due':
      return ({ id }) => ['due', 'learning'].includes(study.statusOf(id));
    case 'new':
      return ({ id }) => ['new', 'seen'].includes(study.statusOf(id));
    case 'bookmarked':
      return ({ id }) => study.isBookmarked(id);
    case 'leeches':
      return ({ id }) => study.isLeech(id);
  }
}

/** The short answer, for people who rest the pointer on a question before they decide to read it. */
export async function loadTooltip({ bank, study }: Services, id: string): Promise<MarkdownString> {
  const question = await bank.loadQuestion(id);
  const tooltip = new MarkdownString(question === undefined ? '' : renderTooltipMarkdown(question));
  const isLeech = study.record?.isLeech(id) === true;
  return isLeech
    ? tooltip.appendMarkdown(`\n\n_${l10n.t('Leech: known and missed again and again.')}_`)
    : tooltip;
}
