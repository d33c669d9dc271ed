import { Uri, l10n, window, workspace } from 'vscode';
import type { Services } from '../../platform/services';

const filters = { JSON: ['json'] };

/** Writes the whole study log to a file of the user's choice. */
export async function exportData({ study }: Services): Promise<void> {
  const text = await (await study.loadData()).exportText();
  const target = await window.showSaveDialog({
    title: l10n.t('Export the Study Log'),
    filters,
    ...defaultFile('llm-study-log.json'),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, await workspace.encode(text, { encoding: 'utf8' }));
  void window.showInformationMessage(l10n.t('The study log was exported to {0}.', target.path));
}

export async function importData({ study }: Services): Promise<void> {
  const [file] = (await window.showOpenDialog({ title: l10n.t('Import a Study Log'), filters })) ?? [];
  if (file === undefined) return;
  const text = await workspace.decode(await workspace.fs.readFile(file), { encoding: 'utf8' });
  const { added, differing } = await (await study.loadData()).importText(text);
  const kept = differing === 0 ? '' : ` ${l10n.t('{0} differ from yours; yours stay.', differing)}`;
  void window.showInformationMessage(`${l10n.t('Imported: {0} new events.', added)}${kept}`);
}

/** *Check My Data*: names each kind of fault, and mends on request. */
export async function checkData({ study }: Services): Promise<void> {
  const data = await study.loadData();
  const report = await data.check();
  const list = [...report.faults, ...report.notices].map(({ kind, count, files }) =>
    l10n.t('{0} × {1} in {2}', count, kind, files.filter(Boolean).join(', ') || l10n.t('the snapshot')),
  );
  if (report.faults.length === 0) {
    const notices = list.length === 0 ? '' : ` ${list.join('; ')}.`;
    void window.showInformationMessage(l10n.t('{0} events, no faults.', report.events) + notices);
    return;
  }
  const mend = l10n.t('Mend');
  const choice = await window.showWarningMessage(
    l10n.t('{0} events. Found: {1}.', report.events, list.join('; ')),
    { modal: true, detail: l10n.t('Mending moves bad lines into a file of their own; nothing is lost.') },
    mend,
  );
  if (choice === mend) await data.mend(report);
}

/** Lets the log say again what a back-up says. */
export async function restoreBackup({ study }: Services): Promise<void> {
  const data = await study.loadData();
  const backups = await data.listBackups();
  if (backups.length === 0)
    throw new Error(l10n.t('there is no back-up yet. One is made every hour of study.'));
  const items = backups.map(({ name, at, before }) => ({
    label: new Date(at).toLocaleString(),
    description: before === undefined ? '' : l10n.t('before: {0}', before),
    name,
  }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Restore a Back-up') });
  if (chosen === undefined) return;
  await data.restore(chosen.name);
  void window.showInformationMessage(
    l10n.t(
      'The study log says again what it said on {0}. "Undo Last Study Action" takes that back.',
      chosen.label,
    ),
  );
}

function defaultFile(name: string): { defaultUri?: Uri } {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) };
}
