import { MarkdownString } from 'vscode';
import type { Services } from '../../platform/services';

/** The tooltip of a question in the tree: its short answer. */
export async function renderTooltip({ bank }: Services, id: string): Promise<MarkdownString> {
  const question = await bank.loadQuestion(id);
  return new MarkdownString(question?.shortAnswer ?? '');
}
