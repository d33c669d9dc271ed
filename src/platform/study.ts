import { EventEmitter, Uri, type Event, type ExtensionContext } from 'vscode';
import type { StudyRecord } from '../core/log/studyRecord';
import type { LoadChunk } from './chunk';
import type { ErrorReporter } from './errors';
import type { Library } from './library/library';
import { onSettingChange } from './settings';
import type * as Lazy from './studyLog/lazy';
import type { StudyData } from './studyLog/studyData';

/** What a person has done with the questions. Its code is a chunk of its own, and the log is read on first use. */
export interface Study {
  /** Rejects when the log can't be read; the next call tries again. */
  load(): Promise<StudyRecord>;
  /** The log as a whole. */
  loadData(): Promise<StudyData>;
  /** For who draws what is known so far; `undefined` before it is loaded. */
  readonly record: StudyRecord | undefined;
  /** Keeps that a question's answer was read. */
  markSeen(id: string): Promise<void>;
  setBookmarked(id: string, on: boolean): Promise<void>;
  /**
   * The questions that changed, here or in another window; none of them where the day has turned, or decks or settings
   * have changed.
   */
  readonly onDidChange: Event<readonly string[]>;
}

export function createStudy(
  context: ExtensionContext,
  loadChunk: LoadChunk,
  errors: ErrorReporter,
  library: Pick<Library, 'loadIndex' | 'onDidChange'>,
): Study {
  const changed = new EventEmitter<readonly string[]>();
  let loading: Promise<Lazy.OpenStudy> | undefined;
  let record: StudyRecord | undefined;
  const open = async () => {
    const { openStudy } = await loadChunk<typeof Lazy>('log');
    const opened = await openStudy({
      folder: Uri.joinPath(context.globalStorageUri, 'study-log'),
      state: context.globalState,
      errors,
      library,
      onDidChange: (ids) => changed.fire(ids),
    });
    context.subscriptions.push(opened);
    record = opened.record;
    changed.fire([]);
    return opened;
  };
  // Where the log could not be read, what shows it asks again once the folder is put right.
  const followFolder = () => record === undefined && changed.fire([]);
  context.subscriptions.push(onSettingChange('study.folder', followFolder));
  const load = () => {
    loading ??= open();
    loading.catch(() => (loading = undefined));
    return loading;
  };
  return {
    load: async () => (await load()).record,
    loadData: async () => (await load()).data,
    async markSeen(id) {
      const { record: study } = await load();
      if (study.stateOf(id)?.seen !== true) await study.append({ type: 'seen', question: id });
    },
    async setBookmarked(id, on) {
      const { record: study } = await load();
      if (study.isBookmarked(id) !== on) await study.append({ type: 'bookmarked', question: id, on });
    },
    get record() {
      return record;
    },
    onDidChange: changed.event,
  };
}
