import { MarkdownString, l10n } from 'vscode';
import { groupQuestions, type Group } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import { beginningOf } from '../../core/notes/note';
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
  }
}

/**
 * The short answer and the beginning of the note of one's own, for people who rest the pointer on a question before
 * they decide to read it.
 */
export async function loadTooltip({ bank, study }: Services, id: string): Promise<MarkdownString> {
  const question = await bank.loadQuestion(id);
  if (question === undefined) return new MarkdownString('');
  const note = (await study.load()).noteOf(question.id);
  return new MarkdownString(
    renderTooltipMarkdown(
      question,
      note === undefined ? undefined : { label: l10n.t('Your note'), text: beginningOf(note) },
    ),
  );
}
