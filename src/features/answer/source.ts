import { l10n, workspace, type Disposable } from 'vscode';
import type { Services } from '../../platform/services';

/** Documents of this scheme show a question's Markdown: `llm-study:/attention/self-attention.md`. */
export const sourceScheme = 'llm-study';

export function registerSource({ library }: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(sourceScheme, {
    async provideTextDocumentContent({ path }) {
      const id = /([^/]+)\.md$/.exec(path)?.[1] ?? '';
      const [source, question] = [await library.loadSource(id), await library.loadQuestion(id)];
      if (source === undefined || question === undefined) {
        throw new Error(l10n.t('the bank has no question "{0}".', id.slice(0, 60)));
      }
      return `# ${question.title}\n\n${source.trim()}\n`;
    },
  });
}
