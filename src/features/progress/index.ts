import { Disposable, l10n, window } from 'vscode';
import type { Services } from '../../platform/services';
import type * as Lazy from './lazy';

const viewType = 'llmStudy.progress';

/** *Show Progress*: the panel of what is known, what is due, and how much was done. */
export function registerProgress(services: Services): Disposable {
  let loading: Promise<Lazy.ProgressPanel> | undefined;
  const loadPanel = () => {
    loading ??= services
      .loadChunk<typeof Lazy>('progress')
      .then(({ createProgressPanel }) => createProgressPanel(services));
    loading.catch(() => (loading = undefined));
    return loading;
  };
  return Disposable.from(
    ...services.registerCommands({
      'llmStudy.progress.show': {
        task: l10n.t('show the progress'),
        run: async () => (await loadPanel()).show(),
      },
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel) => (await loadPanel()).restore(panel),
    }),
    new Disposable(() => void loading?.then(({ dispose }) => dispose())),
  );
}
