import { Disposable, EventEmitter, FileDecoration, ThemeColor, Uri, l10n, window } from 'vscode';
import type { Status } from '../../core/log/standing';
import { nameOfGroup } from '../../platform/groupNames';
import type { Services } from '../../platform/services';
import { colourOf } from './statusColours';

const scheme = 'llm-study-question';

/** By what VS Code asks for the decoration of a question's rows: `llm-study-question://bank/kv-cache`. */
export function addressOf(id: string): Uri {
  return Uri.from({ scheme, authority: 'library', path: `/${id}` });
}

/** A letter at the end of a question's row, and the row in the colour of its icon. */
export function registerDecorations({ study }: Services): Disposable {
  const changed = new EventEmitter<Uri[]>();
  const given = new Map<string, Status>();
  const statusOf = (id: string) => study.record?.statusOf(id) ?? 'new';
  const provider = window.registerFileDecorationProvider({
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const id = uri.path.slice(1);
      const status = statusOf(id);
      given.set(id, status);
      return decorate(status);
    },
  });
  const following = study.onDidChange(() => {
    const stale = [...given].flatMap(([id, status]) => (statusOf(id) === status ? [] : addressOf(id)));
    if (stale.length > 0) changed.fire(stale);
  });
  return Disposable.from(provider, following, changed);
}

function decorate(status: Status): FileDecoration | undefined {
  const [letter, colour] = [letterOf(status), colourOf(status)];
  if (letter === undefined || colour === undefined) return undefined;
  const name = nameOfGroup({ key: `status/${status}`, title: status });
  return new FileDecoration(letter, name, new ThemeColor(colour));
}

function letterOf(status: Status): string | undefined {
  const first = (message: string, name: string) =>
    l10n.t({ message, comment: `The first letter of "${name}", at the end of a row` });
  switch (status) {
    case 'new':
    case 'seen':
      return undefined;
    case 'due':
      return first('D', 'due');
    case 'learning':
      return first('L', 'learning');
    case 'known':
      return first('K', 'known');
    case 'suspended':
      return first('S', 'suspended');
    case 'buried':
      return first('A', 'aside');
  }
}
