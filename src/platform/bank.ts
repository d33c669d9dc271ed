import type { Uri } from 'vscode';
import type * as BankModule from '../core/bank/bank';
import type { LoadChunk } from './chunk';
import { readTextIn } from './files';

/** The bank that came with the extension. Its code is a chunk of its own, loaded with the first question. */
export function createBank(extensionUri: Uri, loadChunk: LoadChunk): BankModule.Bank {
  let loading: Promise<BankModule.Bank> | undefined;
  const load = () => {
    loading ??= loadChunk<typeof BankModule>('bank').then((module) =>
      module.createBank({ read: (name) => readTextIn(extensionUri, 'dist', 'bank', name) }),
    );
    loading.catch(() => (loading = undefined));
    return loading;
  };
  return {
    loadIndex: async () => (await load()).loadIndex(),
    loadQuestion: async (id) => (await load()).loadQuestion(id),
    loadSource: async (id) => (await load()).loadSource(id),
    loadTopic: async (topic) => (await load()).loadTopic(topic),
    loadFormulas: async (id) => (await load()).loadFormulas(id),
  };
}
