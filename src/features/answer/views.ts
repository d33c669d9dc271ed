import type { History } from '../../core/util/history';
import { loadQuestionView } from '../../platform/questionView';
import type { Services } from '../../platform/services';
import { getSetting } from '../../platform/settings';
import type { StudyPanel } from '../../platform/studyPanel';
import type { AnswerEvents, AnswerView, GoneView } from '../../protocol/answer';
import { unknownQuestion } from './moves';
import type { Notes } from './notes';

/** What the panel shows: a place in its history, or for a while a question that is only looked at. */
export interface Shown {
  history: History;
  preview: { readonly id: string; readonly wasOpen: boolean } | undefined;
  /** The question whose note is to be written as soon as its page is there. */
  noteAskedFor: string | undefined;
}

/** The question that the panel shows now; `undefined` before it has shown any. */
export function shownId({ history, preview }: Shown): string | undefined {
  return preview?.id ?? history.current;
}

/** Makes what the page shows, and remembers what it was, to tell what has changed since. */
export interface Views {
  load(): Promise<AnswerView | GoneView>;
  /** As `load`, but rejects when the question is no more. */
  loadQuestion(): Promise<AnswerView>;
  /** Tells the page when the question that it shows reads differently now, is gone, or is there again. */
  refresh(): Promise<void>;
}

type Panel = StudyPanel<AnswerEvents>;

export function createViews(services: Services, notes: Notes, shown: Shown, getPanel: () => Panel): Views {
  let last = { id: '', title: '', text: '' };
  const load = async () => {
    const view = await loadView(services, notes, shown, getPanel());
    if (view === undefined) {
      const gone = shownId(shown) ?? '';
      const title = last.id === gone ? last.title : undefined;
      last = { id: gone, title: title ?? '', text: '' };
      return { gone, title, back: shown.history.back, forward: shown.history.forward };
    }
    const { question } = view;
    last = { id: question.id, title: question.title, text: JSON.stringify(question) };
    return view;
  };
  return {
    load,
    async loadQuestion() {
      const view = await load();
      if ('gone' in view) throw unknownQuestion(shownId(shown));
      return view;
    },
    async refresh() {
      const panel = getPanel();
      const before = last;
      if (!panel.isOpen || before.id === '' || before.id !== shownId(shown)) return;
      const view = await load();
      if (before.id !== shownId(shown)) return;
      if ('gone' in view) {
        if (before.text !== '') panel.emit('gone', view);
      } else if (last.text !== before.text) {
        panel.setTitle(view.question.title);
        panel.emit('changed', view);
      }
    },
  };
}

/** `undefined` when the library has no such question. */
async function loadView(
  { library, study }: Services,
  notes: Notes,
  shown: Shown,
  panel: Panel,
): Promise<AnswerView | undefined> {
  const { history, preview } = shown;
  const id = shownId(shown);
  const question = id === undefined ? undefined : await library.loadQuestion(id);
  if (question === undefined) return undefined;
  const index = await library.loadIndex();
  const record = await study.load();
  return {
    question: await loadQuestionView(library, question, index, panel),
    isBookmarked: record.isBookmarked(question.id),
    note: record.noteOf(question.id) ?? '',
    draft: notes.draftOf(question.id),
    startsWriting: shown.noteAskedFor === question.id,
    back: history.back,
    forward: history.forward,
    isPreview: preview !== undefined,
    peek: getSetting('answer.peek'),
  };
}
