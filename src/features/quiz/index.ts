import { Disposable, l10n, window } from 'vscode';
import type { GRADES } from '../../core/schedule/session';
import type { CommandHandler } from '../../platform/commands';
import { setContextKey } from '../../platform/contextKeys';
import type { Services } from '../../platform/services';
import type * as Lazy from './lazy';

const viewType = 'llmStudy.quiz';

/** *Quiz Me*: the commands and reloads that start and steer a quiz. */
export function registerQuiz(services: Services): Disposable {
  const { registerCommands } = services;
  let loading: Promise<Lazy.QuizPanel> | undefined;
  const loadPanel = () => {
    loading ??= services
      .loadChunk<typeof Lazy>('quiz')
      .then(({ createQuizPanel }) => createQuizPanel(services));
    loading.catch(() => (loading = undefined));
    return loading;
  };
  const handler = (
    task: string,
    run: (panel: Lazy.QuizPanel, argument: unknown) => unknown,
  ): CommandHandler => ({
    task,
    run: async (argument) => run(await loadPanel(), argument),
  });
  const grade = (grade: (typeof GRADES)[number]) =>
    handler(l10n.t('grade the question'), (panel) => panel.act({ type: 'grade', grade }));
  const act = (type: 'reveal' | 'skip' | 'undo' | 'stop', task: string) =>
    handler(task, (panel) => panel.act({ type }));

  void setContextKey('llmStudy.quiz.phase', 'none');
  return Disposable.from(
    ...registerCommands({
      'llmStudy.quiz.start': handler(l10n.t('start a quiz'), (panel) => panel.askAndStart()),
      'llmStudy.quiz.questions': handler(l10n.t('start a quiz'), (panel, scope) => panel.startWith(scope)),
      'llmStudy.quiz.group': handler(l10n.t('start a quiz'), (panel, group) => panel.startWithGroup(group)),
      'llmStudy.quiz.reveal': act('reveal', l10n.t('reveal the answer')),
      'llmStudy.quiz.gradeAgain': grade('again'),
      'llmStudy.quiz.gradeHard': grade('hard'),
      'llmStudy.quiz.gradeGood': grade('good'),
      'llmStudy.quiz.gradeEasy': grade('easy'),
      'llmStudy.quiz.skip': act('skip', l10n.t('skip the question')),
      'llmStudy.quiz.undo': act('undo', l10n.t('undo the grade')),
      'llmStudy.quiz.stop': act('stop', l10n.t('stop the quiz')),
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await loadPanel()).restore(panel, state),
    }),
    new Disposable(() => void loading?.then(({ dispose }) => dispose())),
  );
}
