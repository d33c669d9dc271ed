import {
  parseBankIndex,
  parseTopicFile,
  type BankIndex,
  type FormulaImage,
  type TopicFormulas,
} from './bankFiles';
import { parseQuestion } from './parseQuestion';
import type { Question } from './question';

/** Where the compiled bank is read from. */
export interface BankFiles {
  /** The text of a file of `dist/bank`. Rejects when it can't be read. */
  read(name: string): Promise<string>;
}

/** The questions: the index at once, the answers topic by topic. Nothing in it changes at run time. */
export interface Bank {
  /** Reads the index on the first call. Rejects, and may be asked again, when it can't be read. */
  loadIndex(): Promise<BankIndex>;
  /** `undefined` when the bank has no question of that id (old ids are followed). */
  loadQuestion(id: string): Promise<Question | undefined>;
  /** The Markdown that the question was compiled from, without its front matter; `undefined` as above. */
  loadSource(id: string): Promise<string | undefined>;
  /** All questions of a topic, in order; none for an unknown topic. */
  loadTopic(topic: string): Promise<readonly Question[]>;
  /** The formulas that a hover over the question may show; none when it has none. */
  loadFormulas(id: string): Promise<readonly FormulaImage[]>;
}

export function createBank(files: BankFiles): Bank {
  const loadIndex = once(async () => parseBankIndex(await files.read('index.json')));

  const loadEntries = oncePerKey(async (topic: string) => parseTopicFile(await files.read(`${topic}.md`)));

  const loadTopic = oncePerKey(async (topic: string) => {
    const index = await loadIndex();
    const summaries = new Map(index.questions.flatMap((q) => (q.topic === topic ? [[q.id, q]] : [])));
    if (summaries.size === 0) return [];
    return (await loadEntries(topic)).flatMap(({ meta, body }) => {
      const summary = summaries.get(meta.id);
      return summary === undefined ? [] : [parseQuestion({ level: 'medium', ...summary, ...meta }, body)];
    });
  });

  const loadTopicFormulas = oncePerKey(
    async (topic: string) => JSON.parse(await files.read(`${topic}.formulas.json`)) as TopicFormulas,
  );

  const findSummary = async (id: string) => {
    const index = await loadIndex();
    const current = Object.hasOwn(index.formerly, id) ? index.formerly[id] : id;
    return index.questions.find((question) => question.id === current);
  };

  return {
    loadIndex,
    loadTopic,
    async loadQuestion(id) {
      const summary = await findSummary(id);
      if (summary === undefined) return undefined;
      return (await loadTopic(summary.topic)).find((question) => question.id === summary.id);
    },
    async loadSource(id) {
      const summary = await findSummary(id);
      if (summary === undefined) return undefined;
      return (await loadEntries(summary.topic)).find(({ meta }) => meta.id === summary.id)?.body;
    },
    async loadFormulas(id) {
      const summary = await findSummary(id);
      if (summary === undefined) return [];
      return (await loadTopicFormulas(summary.topic))[summary.id] ?? [];
    },
  };
}

/** Runs `load` once and keeps its promise; a failure is forgotten, so the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  const keyed = oncePerKey(load);
  return () => keyed('');
}

function oncePerKey<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const loading = load(key);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  };
}
