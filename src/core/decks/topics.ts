import type { DeckFile } from './deck';
import { parseYaml } from './yaml';

/** A topic that a deck's `topics.yaml` names: the folder of its questions, and its name for people. */
export interface NamedTopic {
  /** With `/` at its end. */
  readonly folder: string;
  readonly title: string;
}

export function isTopicsFile({ path }: Pick<DeckFile, 'path'>): boolean {
  return path === 'topics.yaml' || path.endsWith('/topics.yaml');
}

/** Reads `topics.yaml`: a list of `{ id, title }`, in the order in which the topics are to stand. What is no topic is left out. */
export function parseTopics({ path, text }: DeckFile): NamedTopic[] {
  const value = parseYaml(text);
  const list = Array.isArray(value)
    ? value
    : ((value as { topics?: unknown } | null | undefined)?.topics ?? []);
  const above = path.slice(0, path.lastIndexOf('/') + 1);
  return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((entry) => {
    const { id, title } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    return typeof id === 'string' && typeof title === 'string' && title.trim() !== ''
      ? [{ folder: `${above}${id}/`, title: title.trim().slice(0, 200) }]
      : [];
  });
}
