import { EventEmitter, type Event, type ExtensionContext } from 'vscode';
import type { Bank } from '../../core/bank/bank';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { LoadChunk } from '../chunk';
import type { ErrorReporter } from '../errors';
import type { OpenDecks } from './decks';
import type * as Lazy from './lazy';

/** All questions: the bank that came with the extension and the decks of one's own. */
export interface Library extends Bank {
  /** The decks, as soon as they are read. */
  loadDecks(): Promise<OpenDecks>;
  /** Decks were added, removed or changed: what came from the index is to be asked for again. */
  readonly onDidChange: Event<undefined>;
  /** Something was studied, or the log was loaded. */
  rememberStudied(): void;
}

/** Its code is a chunk of its own, loaded with the first question. */
export function createLibrary(
  { extensionUri, subscriptions, globalState }: ExtensionContext,
  loadChunk: LoadChunk,
  errors: ErrorReporter,
  studyRecord: () => StudyRecord | undefined,
): Library {
  const changed = new EventEmitter<undefined>();
  let loading: Promise<Lazy.OpenLibrary> | undefined;
  const open = async () => {
    const { openLibrary } = await loadChunk<typeof Lazy>('library');
    const opened = openLibrary({
      extensionUri,
      state: globalState,
      errors,
      studyRecord,
      onDidChange: () => changed.fire(undefined),
    });
    subscriptions.push(opened);
    return opened;
  };
  const load = () => {
    loading ??= open();
    loading.catch(() => (loading = undefined));
    return loading;
  };
  return {
    loadIndex: async () => (await load()).loadIndex(),
    loadQuestion: async (id) => (await load()).loadQuestion(id),
    loadSource: async (id) => (await load()).loadSource(id),
    loadTopic: async (topic) => (await load()).loadTopic(topic),
    loadFormulas: async (id) => (await load()).loadFormulas(id),
    loadDecks: async () => (await load()).loadDecks(),
    onDidChange: changed.event,
    rememberStudied: () =>
      void loading?.then(
        (library) => library.rememberStudied(),
        // Whoever asked for the library says why it is not there.
        (error: unknown) => errors.log('keep the ids of what was studied', error),
      ),
  };
}
