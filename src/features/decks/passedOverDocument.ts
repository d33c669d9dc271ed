import { Disposable, EventEmitter, Uri, l10n, window, workspace } from 'vscode';
import type { RegisterCommands } from '../../platform/commands';
import { parseFileTarget } from './target';

/** Documents of this scheme list what was passed over at a place, whose address is the query. Nobody has to save them. */
const scheme = 'llm-study-passed-over';

/** `list` gives the text for a place, as it is now. */
export function registerPassedOver(
  registerCommands: RegisterCommands,
  list: (place: Uri) => Promise<string>,
): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: ({ query }) => list(Uri.parse(query, true)),
    }),
    ...registerCommands({
      'llmStudy.decks.showPassedOver': {
        task: l10n.t('list what was passed over'),
        run: async (target) => {
          const place = parseFileTarget(target);
          if (place === undefined) throw new Error(l10n.t('it was not said of which file or folder.'));
          const name = place.path.slice(place.path.lastIndexOf('/') + 1);
          const path = `/${l10n.t('Passed over in {0}', name)}.md`;
          const uri = Uri.from({ scheme, path, query: place.toString() });
          changed.fire(uri);
          await window.showTextDocument(uri);
        },
      },
    }),
  );
}
