import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gradeCard, groupRow, revealCard, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

interface Export {
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

describe('the study log as files', () => {
  const log = mkdtempSync(path.join(tmpdir(), 'study-'));
  let workbench: Workbench;

  const seeMessage = async (text: string) => {
    await workbench.page.locator('.notification-toast', { hasText: text }).waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  };
  const importFile = async (name: string) => {
    await workbench.runCommand('LLM Study: Import My Data…');
    await workbench.quickPickRow(name).click();
  };
  const exported = () => path.join(workbench.folder, 'llm-study-log.json');
  const readExport = () => JSON.parse(readFileSync(exported(), 'utf8')) as Export;
  const seeRows = (label: string, count: number) =>
    workbench.page.waitForFunction(
      ({ text, wanted }) =>
        [...document.querySelectorAll('.pane-body .monaco-list-row')].filter((row) =>
          row.textContent.includes(text),
        ).length === wanted,
      { text: label, wanted: count },
    );

  before(async () => {
    workbench = await openWorkbench({ settings: { 'llmStudy.study.folder': log } });
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'Alignment').click();
    await startQuiz(workbench, 'A topic', 'Alignment', 'All');
    await revealCard(workbench);
    await gradeCard(workbench, 3);
    await seeRows('known', 1);
  });
  after(async () => {
    await workbench.close();
    rmSync(log, { recursive: true });
  });

  it('are exported to the file that is proposed', async () => {
    await workbench.runCommand('LLM Study: Export My Data…');
    await workbench.quickPickRow('..').waitFor();
    await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await seeMessage('The study log was exported to');
    assert.deepEqual(
      readExport().events.map(({ type, grade }) => [type, grade]),
      [['reviewed', 'good']],
    );
  });

  it('are the same after an import of what they exported', async () => {
    await importFile('llm-study-log.json');
    await seeMessage('Imported: 0 new events.');
    await seeRows('known', 1);
  });

  it('take an import', async () => {
    const { events, ...rest } = readExport();
    const more = { ...events[0], id: 'from-elsewhere-1', type: 'suspended' };
    writeFileSync(exported(), JSON.stringify({ ...rest, events: [...events, more] }));
    await importFile('llm-study-log.json');
    await seeMessage('Imported: 1 new events.');
    await seeRows('suspended', 1);
  });

  it('say what is wrong with a file that is no export, and take nothing from it', async () => {
    const broken = path.join(workbench.folder, 'broken.json');
    writeFileSync(broken, '{"events": 7}');
    await importFile('broken.json');
    await seeMessage('Nothing was imported.');
    await seeRows('suspended', 1);
  });

  it('say again what they said before the import when its back-up is restored', async () => {
    await workbench.runCommand('LLM Study: Restore a Back-up…');
    await workbench.quickPickRow('before: import').first().click();
    await seeMessage('The study log says again what it said');
    await seeRows('known', 1);
    await seeRows('suspended', 0);
  });

  it('are as after the import when the restoring is undone', async () => {
    await workbench.runCommand('LLM Study: Undo Last Study Action');
    await seeMessage('Undone: restoring the back-up');
    await seeRows('suspended', 1);
  });

  it('are looked over, and mended once that is wanted', async () => {
    writeFileSync(path.join(log, 'copy.jsonl'), '{"v":1,"id":"half-a-line\n');
    await workbench.runCommand('LLM Study: Check My Data');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('nothing is lost').waitFor();
    await workbench.screenshot('mend');
    await dialog.getByRole('button', { name: 'Mend' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await workbench.runCommand('LLM Study: Check My Data');
    await seeMessage('no faults');
    const [aside = ''] = readdirSync(log).filter((name) => name.startsWith('set-aside-'));
    assert.match(readFileSync(path.join(log, aside), 'utf8'), /half-a-line/);
    await seeRows('suspended', 1);
  });
});
