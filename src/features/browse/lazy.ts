import { MarkdownString, l10n } from 'vscode';
import { dueStatuses, groupQuestions, listedStatusOf, type Group } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import { beginningOf } from '../../core/notes/note';
import type { StudyRecord } from '../../core/log/studyRecord';
import { renderTooltipMarkdown } from '../../core/hover/renderHover';
import type { Services } from '../../platform/services';
import { describeStanding } from './standing';
import type { Arrangement, Filter } from './tree';

export { registerDecorations } from './decorations';
export { childrenOf, findQuestionNode, rootsOf } from '../../core/bank/questionTree';
export { renderNode } from './rows';

/** The groups of the tree, as it is arranged. */
export async function loadGroups(
  { library, study }: Services,
  { groupBy, filter }: Arrangement,
): Promise<Group[]> {
  const record = await study.load();
  return groupQuestions(await library.loadIndex(), groupBy, createFilter(record, filter), record);
}

function createFilter(
  study: StudyRecord,
  filter: Filter,
): ((question: QuestionSummary) => boolean) | undefined {
  switch (filter) {
    case 'all':
      return undefined;
    case 'due':
      return (question) => dueStatuses.includes(listedStatusOf(question, study));
    case 'new':
      return (question) => ['new', 'seen'].includes(listedStatusOf(question, study));
    case 'bookmarked':
      return ({ id }) => study.isBookmarked(id);
    case 'leeches':
      return ({ id }) => study.isLeech(id);
    case 'unanswered':
      return ({ isUnanswered }) => isUnanswered === true;
  }
}

/**
 * Where one stands with a question, its short answer and the beginning of one's note, for people who rest the pointer
 * on it before they decide to read it.
 */
export async function loadTooltip({ library, study }: Services, id: string): Promise<MarkdownString> {
  const [question, record] = [await library.loadQuestion(id), await study.load()];
  if (question === undefined) return new MarkdownString();
  const note = record.noteOf(question.id);
  const shownNote = note === undefined ? undefined : { label: l10n.t('Your note'), text: beginningOf(note) };
  const standing = question.isUnanswered === true ? l10n.t('Not answered yet') : describeStanding(record, id);
  return new MarkdownString(renderTooltipMarkdown(question, standing, shownNote));
}
