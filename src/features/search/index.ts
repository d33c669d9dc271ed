import { Disposable, l10n, window } from 'vscode';
import type { Services } from '../../platform/services';
import type * as Lazy from './lazy';

/** *Search Questions*: a Quick Pick over the bank, and a search for what is selected in an editor. */
export function registerSearch(services: Services): Disposable {
  const search = async (query: string) => {
    const { openSearch } = await services.loadChunk<typeof Lazy>('search');
    await openSearch(services, query);
  };
  return Disposable.from(
    ...services.registerCommands({
      'llmStudy.search.open': {
        task: l10n.t('search the questions'),
        run: (query) => search(typeof query === 'string' ? query.slice(0, longestQuery) : ''),
      },
      'llmStudy.search.selection': {
        task: l10n.t('search for the selection'),
        run: () => search(selectedText()),
      },
    }),
  );
}

/** A longer text is a passage, not a query. */
const longestQuery = 200;

function selectedText(): string {
  const editor = window.activeTextEditor;
  if (editor === undefined) return '';
  const text = editor.document.getText(editor.selection) || wordAtCursor(editor);
  return text.replace(/\s+/g, ' ').trim().slice(0, longestQuery);
}

function wordAtCursor({ document, selection }: NonNullable<typeof window.activeTextEditor>): string {
  const word = document.getWordRangeAtPosition(selection.active);
  return word === undefined ? '' : document.getText(word);
}
