import type { BankIndex } from '../core/bank/bankFiles';
import type { Question } from '../core/bank/question';
import { createQuestionView, type QuestionView } from '../protocol/question';
import type { Library } from './library/library';
import type { Events } from '../protocol/rpc';
import type { StudyPanel } from './studyPanel';

/** What is asked of the panel that shows the question. */
type Picturing = Pick<StudyPanel<Events>, 'allow' | 'addressOf'>;

/** What the panel shows of a question. For one of a deck, the panel may from then on show pictures of the decks. */
export async function loadQuestionView(
  library: Library,
  question: Question,
  index: BankIndex,
  panel: Picturing,
): Promise<QuestionView> {
  if (question.deck === undefined) return createQuestionView(question, index);
  await allowPictures(library, [question.id], panel);
  const decks = await library.loadDecks();
  const root = decks.list.find(({ deck }) => deck.id === question.deck)?.root;
  const found = decks.find(question.id);
  return createQuestionView(question, index, {
    file: (found?.answerPlace ?? found?.place)?.file ?? '',
    root: root && panel.addressOf(root),
  });
}

/**
 * Where any of the questions is of a deck, the panel may show pictures of all decks: asked for before the panel is
 * there, it costs nothing, and for all at once, its page is loaded anew once at most.
 */
export async function allowPictures(
  library: Library,
  ids: readonly string[],
  panel: Picturing,
): Promise<void> {
  if (!ids.some((id) => id.includes('--'))) return;
  const { list } = await library.loadDecks();
  panel.allow(list.map(({ root }) => root));
}
