import { l10n, type Uri } from 'vscode';
import type { LogFolder } from '../../core/log/logFolder';
import { nameOfPlace } from './place';

/** The folder, whose failures say in words where it is, what is wrong with it and what to do. */
export function withClearFailures(folder: LogFolder, place: Uri): LogFolder {
  const name = nameOfPlace(place);
  const reading = <T>(work: Promise<T>) => work.catch(rethrow(l10n.t('"{0}" could not be read', name)));
  const writing = <T>(work: Promise<T>) => work.catch(rethrow(l10n.t('"{0}" could not be written', name)));
  return {
    list: () => reading(folder.list()),
    read: (file) => reading(folder.read(file)),
    append: (file, text) => writing(folder.append(file, text)),
    write: (file, text) => writing(folder.write(file, text)),
    rename: (from, to) => writing(folder.rename(from, to)),
    remove: (file) => writing(folder.remove(file)),
    dispose: folder.dispose,
  };
}

function rethrow(what: string): (error: unknown) => never {
  return (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}: ${describe(codeOf(error)) ?? reason}`, { cause: error });
  };
}

/** Of Node's errors and of VS Code's: `ENOSPC`, `NoPermissions`. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

function describe(code: string): string | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return l10n.t('the disk is full. Make room and do it again; nothing that was kept before is lost.');
    case 'EACCES':
    case 'EPERM':
    case 'NoPermissions':
      return l10n.t('there is no permission. Change it, or name another folder in llmStudy.study.folder.');
    case 'EROFS':
      return l10n.t('the disk is read-only. Name another folder in llmStudy.study.folder.');
    case 'ENOTDIR':
    case 'EEXIST':
    case 'FileNotADirectory':
      return l10n.t('a part of the path is a file. Name a folder in llmStudy.study.folder.');
    case 'Unavailable':
      return l10n.t('its file system does not answer. Connect it and do it again.');
    default:
      return undefined;
  }
}
