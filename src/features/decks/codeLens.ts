import {
  CodeLens,
  Disposable,
  EventEmitter,
  Range,
  l10n,
  languages,
  window,
  type DocumentSelector,
} from 'vscode';
import { questionsIn, type FileOfDeck } from '../../platform/deckOf';
import type { Services } from '../../platform/services';
import { getSetting, onSettingChange } from '../../platform/settings';
import { scopeFrom } from './quizFromHere';
import { createDebounced } from '../../platform/timers';
import { waitUntilRead } from './reading';

/** What a deck may be read from; whether a file is of a deck is asked each time. */
export const deckFiles: DocumentSelector = [
  { language: 'markdown' },
  { pattern: '**/*.{md,markdown,mdown,mkd,mdx,txt}' },
];

type Action = 'answer' | 'quiz' | 'write';

class QuestionLens extends CodeLens {
  readonly action: Action;
  readonly file: FileOfDeck;
  readonly id: string;

  constructor(range: Range, action: Action, file: FileOfDeck, id: string) {
    super(range);
    this.action = action;
    this.file = file;
    this.id = id;
  }
}

/** VS Code does not ask when its editor loses the focus meanwhile, such as to the panel of a deck just added. */
const askedAgainMs = 2000;

/** Above each question of a deck's file: *Show answer* or *Write the answer*, and *Quiz from here*. */
export function registerCodeLenses(services: Services): Disposable {
  const changed = new EventEmitter<void>();
  const again = createDebounced(askedAgainMs);
  const refresh = () => {
    changed.fire();
    again.call(() => changed.fire());
  };
  return Disposable.from(
    changed,
    again,
    services.library.onDidChange(refresh),
    onSettingChange('decks.codeLens', refresh),
    window.onDidChangeActiveTextEditor(refresh),
    languages.registerCodeLensProvider(deckFiles, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        if (!getSetting('decks.codeLens')) return [];
        try {
          // Until the text is read, VS Code keeps the lenses that it has and moves them with the text.
          const file = await waitUntilRead(services, document, token);
          return file === undefined ? [] : createLenses(file);
        } catch (error) {
          services.errors.log('offer the answers of a deck', error);
          return [];
        }
      },
      // A file may have thousands of questions, and a screen shows ten.
      resolveCodeLens(lens) {
        if (lens instanceof QuestionLens) lens.command = createCommand(lens);
        return lens;
      },
    }),
  );
}

function createLenses(file: FileOfDeck): CodeLens[] {
  const questions = questionsIn(file);
  const lastAnswered = questions.findLastIndex(({ isUnanswered }) => isUnanswered !== true);
  return questions.flatMap(({ id, place, isUnanswered }, number) => {
    const range = new Range(place.line - 1, 0, place.line - 1, 0);
    const actions: readonly Action[] = [
      isUnanswered === true ? 'write' : 'answer',
      ...(number <= lastAnswered ? (['quiz'] as const) : []),
    ];
    return actions.map((action) => new QuestionLens(range, action, file, id));
  });
}

function createCommand({ action, file, id }: QuestionLens) {
  switch (action) {
    case 'answer':
      return { title: l10n.t('Show answer'), command: 'llmStudy.answer.open', arguments: [id] };
    case 'write':
      return { title: l10n.t('Write the answer'), command: 'llmStudy.decks.writeAnswer', arguments: [id] };
    case 'quiz':
      return {
        title: l10n.t('Quiz from here'),
        command: 'llmStudy.quiz.questions',
        arguments: [scopeFrom({ file, id })],
      };
  }
}
