import { ConfigurationTarget, Disposable, l10n, languages, window, workspace } from 'vscode';
import type { Services } from '../../platform/services';
import { getSetting, onSettingChange } from '../../platform/settings';
import { createFileView } from './fileView';
import type * as Lazy from './lazy';

/** Hovers that reveal the answer to the term under the pointer, and the view of all terms of the file. */
export function registerHover(services: Services): Disposable {
  const load = () => services.loadChunk<typeof Lazy>('hover');
  let provider: Disposable | undefined;

  const provide = () => {
    provider?.dispose();
    provider = undefined;
    if (!getSetting('hover.enabled')) return;
    const selector = getSetting('hover.languages').map((language) => ({ language }));
    provider = languages.registerHoverProvider(selector, {
      async provideHover(document, position, token) {
        try {
          const { findHover } = await load();
          const hover = await findHover(services, document, position);
          return token.isCancellationRequested ? undefined : hover;
        } catch (error) {
          services.errors.log('show a hover', error);
          return undefined;
        }
      },
    });
  };
  provide();

  return Disposable.from(
    new Disposable(() => void provider?.dispose()),
    onSettingChange('hover.enabled', provide),
    onSettingChange('hover.languages', provide),
    createFileView(services, load),
    ...services.registerCommands({
      'llmStudy.hover.toggle': { task: l10n.t('turn hovers on or off'), run: toggle },
    }),
  );
}

async function toggle(): Promise<void> {
  const isOn = !getSetting('hover.enabled');
  await workspace.getConfiguration('llmStudy').update('hover.enabled', isOn, ConfigurationTarget.Global);
  window.setStatusBarMessage(
    isOn ? l10n.t('LLM Study hovers are on') : l10n.t('LLM Study hovers are off'),
    3000,
  );
}
