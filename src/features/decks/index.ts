import { Disposable, l10n } from 'vscode';
import type { CommandHandler } from '../../platform/commands';
import type { Services } from '../../platform/services';
import { hasDecks, onSettingChange } from '../../platform/settings';
import type * as Lazy from './lazy';
import { registerPassedOver } from './passedOverDocument';

/** Decks of one's own: adding and removing them, and what an editor shows of their files. */
export function registerDecks(services: Services): Disposable {
  const load = () => services.loadChunk<typeof Lazy>('decks');
  const inChunk = (task: string, name: keyof typeof Lazy.commands): CommandHandler => ({
    task,
    run: async (target) => (await load()).commands[name](services, target),
  });
  let editors: Promise<Disposable> | undefined;
  /** Not before there is a deck: whoever has none pays nothing. */
  const followEditors = () => {
    if (!hasDecks()) return;
    editors ??= load().then(({ registerEditors }) => registerEditors(services));
    editors.catch((error: unknown) => {
      editors = undefined;
      services.errors.log('follow the files of the decks', error);
    });
  };
  followEditors();
  return Disposable.from(
    services.library.onDidChange(followEditors),
    onSettingChange('decks.folders', followEditors),
    new Disposable(() => void editors?.then((registered) => void registered.dispose())),
    registerPassedOver(services.registerCommands, async (place) =>
      (await load()).listPassedOver(services, place),
    ),
    ...services.registerCommands({
      'llmStudy.decks.add': inChunk(l10n.t('add the deck'), 'add'),
      'llmStudy.decks.remove': inChunk(l10n.t('remove the deck'), 'remove'),
      'llmStudy.decks.studyFile': inChunk(l10n.t('study the file'), 'studyFile'),
      'llmStudy.decks.create': inChunk(l10n.t('make a deck'), 'create'),
      'llmStudy.decks.export': inChunk(l10n.t('export the questions'), 'export'),
      'llmStudy.decks.writeAnswer': inChunk(l10n.t('open the place of the answer'), 'writeAnswer'),
      'llmStudy.decks.quizFromHere': inChunk(l10n.t('start a quiz'), 'quizFromHere'),
    }),
  );
}
