import { MarkdownString } from 'vscode';
import { groupQuestions, type Group } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import { renderTooltipMarkdown } from '../../core/hover/renderHover';
import type { Services } from '../../platform/services';
import type { Arrangement, Filter } from './tree';

/** The groups of the tree, as it is arranged. */
export async function loadGroups(
  { bank, study }: Services,
  { groupBy, filter }: Arrangement,
): Promise<Group[]> {
  return groupQuestions(await bank.loadIndex(), groupBy, createFilter(study, filter), study);
}

function createFilter(study: Services['study'], filter: Filter): (question: QuestionSummary) => boolean {
  switch (filter) {
    case 'all':
      return () => true;
    case 'new':
    case 'seen':
      return ({ id }) => study.statusOf(id) === filter;
    case 'bookmarked':
      return ({ id }) => study.isBookmarked(id);
  }
}

/** The short answer, for people who rest the pointer on a question before they decide to read it. */
export async function loadTooltip({ bank }: Services, id: string): Promise<MarkdownString> {
  const question = await bank.loadQuestion(id);
  return new MarkdownString(question === undefined ? '' : renderTooltipMarkdown(question));
}
