import { Disposable, l10n, window, type Uri } from 'vscode';
import { setContextKey } from '../../platform/contextKeys';
import { parseQuestionPath } from '../../platform/links';
import type { Services } from '../../platform/services';
import { parseTarget } from '../../platform/target';
import type * as Lazy from './lazy';
import { registerSource } from './source';

const viewType = 'llmStudy.answer';

/** The answer panel: the commands, links and reloads that open it. */
export function registerAnswer(services: Services): Disposable {
  let loading: Promise<Lazy.AnswerPanel> | undefined;
  const loadPanel = () => {
    loading ??= services
      .loadChunk<typeof Lazy>('answer')
      .then(({ createAnswerPanel }) => createAnswerPanel(services));
    loading.catch(() => (loading = undefined));
    return loading;
  };
  const open = async (target: unknown, place: 'setting' | 'side') => {
    const id = parseTarget(target);
    if (id === undefined)
      throw new Error(l10n.t('it was not said which question. Pick one in the Questions view.'));
    await (await loadPanel()).open(id, place);
  };
  const onPanel = (task: string, run: (panel: Lazy.AnswerPanel) => unknown) => ({
    task,
    run: async () => run(await loadPanel()),
  });

  return Disposable.from(
    ...services.registerCommands({
      'llmStudy.answer.open': { task: l10n.t('open the question'), run: (target) => open(target, 'setting') },
      'llmStudy.answer.openToSide': {
        task: l10n.t('open the question'),
        run: (target) => open(target, 'side'),
      },
      'llmStudy.answer.preview': {
        task: l10n.t('preview the question'),
        run: async (target) => (await loadPanel()).preview(parseTarget(target)),
      },
      'llmStudy.answer.openSource': {
        task: l10n.t('open the source'),
        run: async (target) => (await loadPanel()).openSource(parseTarget(target)),
      },
      'llmStudy.answer.writeNote': {
        task: l10n.t('write the note'),
        run: async (target) => (await loadPanel()).writeNote(parseTarget(target)),
      },
      'llmStudy.answer.back': onPanel(l10n.t('go back'), (panel) => panel.go('back')),
      'llmStudy.answer.forward': onPanel(l10n.t('go forward'), (panel) => panel.go('forward')),
      'llmStudy.answer.revealNext': onPanel(l10n.t('reveal the next step'), (panel) => panel.reveal('next')),
      'llmStudy.answer.revealAll': onPanel(l10n.t('reveal the answer'), (panel) => panel.reveal('all')),
      'llmStudy.answer.hide': onPanel(l10n.t('hide the answer'), (panel) => panel.reveal('none')),
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await loadPanel()).restore(panel, state),
    }),
    registerLinks(services, (id) => open(id, 'setting')),
    registerSource(services),
    new Disposable(() => void loading?.then(({ dispose }) => dispose())),
    new Disposable(() => void setContextKey('llmStudy.answer.canGoBack', false)),
  );
}

/** Links from outside the editor. */
function registerLinks({ errors }: Services, open: (id: string) => Promise<void>): Disposable {
  return window.registerUriHandler({
    handleUri: async ({ path }: Uri) => {
      try {
        const id = parseQuestionPath(path);
        if (id === undefined) throw new Error(l10n.t('the link does not name a question.'));
        await open(id);
      } catch (error) {
        errors.show(l10n.t('open the link'), error);
      }
    },
  });
}
