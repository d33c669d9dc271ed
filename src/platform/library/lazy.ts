import type { Memento, Uri } from 'vscode';
import { createBank, type Bank } from '../../core/bank/bank';
import type { BankIndex } from '../../core/bank/bankFiles';
import { distinctTitles } from '../../core/decks/distinctTitles';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { ErrorReporter } from '../errors';
import { readTextIn } from '../files';
import { openDecks, type OpenDecks } from './decks';
import { sourceOf } from './openDeck';

export interface OpenLibrary extends Bank {
  dispose(): void;
  rememberStudied(): void;
  loadDecks(): Promise<OpenDecks>;
}

export interface OpenLibraryOptions {
  readonly extensionUri: Uri;
  /** Kept on this device alone. */
  readonly state: Memento;
  readonly errors: ErrorReporter;
  /** `undefined` before the log is loaded. */
  studyRecord(): StudyRecord | undefined;
  onDidChange(): void;
}

/**
 * The bank and the decks as one. The index holds the decks that have been read by then: a slow folder keeps nobody from
 * the bank. A question of a deck is waited for.
 */
export function openLibrary(options: OpenLibraryOptions): OpenLibrary {
  const bank = createBank({ read: (name) => readTextIn(options.extensionUri, 'dist', 'bank', name) });
  let joined: Promise<BankIndex> | undefined;
  const decks = openDecks({
    ...options,
    onDidChange: () => {
      joined = undefined;
      options.onDidChange();
    },
  });
  const loadDeckSource = async (id: string) => {
    const question = await decks.loadQuestion(id);
    const open = question === undefined ? undefined : decks.deckOfQuestion(question);
    return question === undefined || open === undefined ? undefined : sourceOf(open, question);
  };
  const loadJoined = () => {
    joined ??= bank.loadIndex().then((index) => joinIndex(index, decks));
    joined.catch(() => (joined = undefined));
    return joined;
  };
  return {
    loadIndex: loadJoined,
    loadQuestion: (id) => (isOfDeck(id) ? decks.loadQuestion(id) : bank.loadQuestion(id)),
    loadSource: (id) => (isOfDeck(id) ? loadDeckSource(id) : bank.loadSource(id)),
    async loadTopic(topic) {
      if (!isOfDeck(topic)) return bank.loadTopic(topic);
      await decks.loaded();
      return decks.list.flatMap(({ inTopic }) => inTopic(topic));
    },
    loadFormulas: async (id) => (isOfDeck(id) ? [] : bank.loadFormulas(id)),
    async loadDecks() {
      await decks.loaded();
      return decks;
    },
    rememberStudied: decks.rememberStudied,
    dispose: decks.dispose,
  };
}

/** Ids of decks' topics and questions have two hyphens; the bank's have single ones. */
function isOfDeck(id: string): boolean {
  return id.includes('--');
}

function joinIndex(index: BankIndex, { list }: OpenDecks): BankIndex {
  if (list.length === 0) return index;
  const titles = distinctTitles(list.map(({ deck: { title }, about }) => ({ title, about })));
  return {
    ...index,
    topics: [...index.topics, ...list.flatMap(({ deck }) => deck.topics)],
    questions: [...index.questions, ...list.flatMap(({ deck }) => deck.questions)],
    decks: list.map(({ deck: { id, title }, about, fault }, at) => ({
      ...{ id, title: titles[at] ?? title, about },
      ...(fault === undefined ? {} : { fault }),
    })),
  };
}
