import type { Uri } from 'vscode';
import { requireChunk } from '#requireChunk';

/**
 * Loads a feature's own chunk, `dist/<target>/<feature>.js`, built from its `lazy.ts`. A chunk holds what a feature
 * needs only once it is used, its libraries included, so that activation stays as fast as an empty extension's.
 */
export type LoadChunk = <Chunk>(feature: string) => Promise<Chunk>;

export function createChunkLoader(extensionUri: Uri): LoadChunk {
  return async <Chunk>(feature: string) => (await requireChunk(feature, extensionUri)) as Chunk;
}
