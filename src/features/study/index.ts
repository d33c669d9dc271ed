import { Disposable, StatusBarAlignment, l10n, window } from 'vscode';
import { countDue } from '../../platform/dueCount';
import { parseTarget } from '../../platform/target';
import type { Services } from '../../platform/services';
import { onSettingChange, type Settings } from '../../platform/settings';
import type * as Lazy from './lazy';

/** When a question is asked again: suspend, set aside, reset, why it is due, and what is due today. */
export function registerStudy(services: Services): Disposable {
  const { errors, focus, registerCommands, loadChunk } = services;
  const load = () => loadChunk<typeof Lazy>('study');
  const on = (task: string, run: (lazy: typeof Lazy, id: string) => Promise<void>) => ({
    task,
    run: async (target: unknown) => {
      const id = parseTarget(target) ?? focus.question;
      if (id === undefined) throw new Error(l10n.t('no question is selected. Open one first.'));
      await run(await load(), id);
    },
  });
  const onSetting = (key: keyof Settings, warn: (lazy: typeof Lazy) => Promise<void>) =>
    onSettingChange(key, () => {
      load()
        .then(warn)
        .catch((error: unknown) => errors.log('check a setting', error));
    });
  return Disposable.from(
    ...registerCommands({
      'llmStudy.study.suspend': on(l10n.t('suspend the question'), (lazy, id) => lazy.suspend(services, id)),
      'llmStudy.study.resume': on(l10n.t('resume the question'), (lazy, id) => lazy.resume(services, id)),
      'llmStudy.study.bury': on(l10n.t('set the question aside'), (lazy, id) => lazy.bury(services, id)),
      'llmStudy.study.reset': on(l10n.t('forget the question'), (lazy, id) => lazy.reset(services, id)),
      'llmStudy.study.explain': on(l10n.t('say why it is due'), (lazy, id) => lazy.explain(services, id)),
      'llmStudy.study.export': {
        task: l10n.t('export the study log'),
        run: async () => (await load()).exportData(services),
      },
      'llmStudy.study.import': {
        task: l10n.t('import the study log'),
        run: async () => (await load()).importData(services),
      },
      'llmStudy.study.check': {
        task: l10n.t('check the study log'),
        run: async () => (await load()).checkData(services),
      },
      'llmStudy.study.restore': {
        task: l10n.t('restore a back-up'),
        run: async () => (await load()).restoreBackup(services),
      },
      'llmStudy.study.undo': {
        task: l10n.t('undo the last action'),
        run: async () => (await load()).undo(services),
      },
      'llmStudy.study.planInterview': {
        task: l10n.t('plan for the interview'),
        run: async () => (await load()).planInterview(services),
      },
      'llmStudy.study.quizDue': {
        task: l10n.t('start a quiz'),
        run: async () => (await load()).quizDue(services),
      },
    }),
    onSetting('study.desiredRetention', (lazy) => lazy.warnOfRetention(services)),
    onSetting('study.interviewDate', (lazy) => lazy.warnOfInterviewDate(services)),
    createStatusItem(services),
  );
}

/** One quiet item: how many questions are due. It is there once the study log was read. */
function createStatusItem({ study, library, errors }: Services): Disposable {
  const item = window.createStatusBarItem('llmStudy.study', StatusBarAlignment.Right, -10);
  item.name = 'LLM Interview Study';
  item.command = 'llmStudy.study.quizDue';
  const show = async () => {
    const count = await countDue({ study, library });
    if (count === undefined) return;
    item.text = `$(mortar-board) ${count}`;
    item.tooltip =
      count === 0
        ? l10n.t('LLM Study: nothing is due')
        : count === 1
          ? l10n.t('LLM Study: 1 question is due. Quiz me')
          : l10n.t('LLM Study: {0} questions are due. Quiz me', count);
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  };
  const following = study.onDidChange(() => {
    show().catch((error: unknown) => errors.log('count what is due', error));
  });
  return Disposable.from(item, following);
}
