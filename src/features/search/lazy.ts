import { l10n } from 'vscode';
import { nameTopics } from '../../core/bank/topicNames';
import type { BankIndex } from '../../core/bank/bankFiles';
import type { Question } from '../../core/bank/question';
import { STATUSES } from '../../core/log/standing';
import type { StudyRecord } from '../../core/log/studyRecord';
import { documentOf } from '../../core/search/document';
import { queryVocabularyOf } from '../../core/search/query';
import { createSearchIndex, type SearchIndex } from '../../core/search/searchIndex';
import { createOrderedQuickPick } from '../../platform/orderedQuickPick';
import { keepPerIndex } from '../../platform/perIndex';
import type { Services } from '../../platform/services';
import { connectSearchPick, type HitItem, type Searched } from './pick';

/** Opens the Quick Pick. It can be typed into at once; results come when the index is there. */
export async function openSearch(services: Services, query: string): Promise<void> {
  const pick = createOrderedQuickPick<HitItem>();
  pick.title = l10n.t('Search Questions');
  pick.placeholder = l10n.t('A term, an abbreviation, a typo · narrow with topic: level: deck: is: #tag');
  pick.value = query;
  pick.busy = true;
  pick.show();
  try {
    const connected = connectSearchPick(pick, services, await getSearched(services));
    // The first search of a window may come before its decks are read: they are waited for while it is open.
    await services.library.loadDecks();
    if (connected.isOpen()) connected.take(await getSearched(services));
  } catch (error) {
    pick.dispose();
    throw error;
  } finally {
    pick.busy = false;
  }
}

/** The index of bank and decks, made with the first search and with the first one after decks have changed. */
const getSearched = keepPerIndex(loadSearched);

async function loadSearched(index: BankIndex, services: Services): Promise<Searched> {
  const { library, study } = services;
  const bankTopics = index.topics.filter(({ deck }) => deck === undefined);
  const bank = (await Promise.all(bankTopics.map(({ id }) => library.loadTopic(id)))).flat();
  const decks = index.decks.length === 0 ? [] : (await library.loadDecks()).list;
  const questions: readonly Question[] = [...bank, ...decks.flatMap(({ deck }) => deck.questions)];
  const record = await study.load();
  const topicNames = nameTopics(index);
  const search = createSearchIndex(
    questions.map((question) =>
      documentOf(question, question.deck === undefined ? undefined : topicNames.get(question.topic)),
    ),
  );
  followNotes(services, search, gatherNotes(questions, record));
  return {
    study: record,
    search,
    questions: new Map(index.questions.map((question) => [question.id, question])),
    topicNames,
    vocabulary: queryVocabularyOf(index, [...STATUSES, 'bookmarked', 'noted', 'leech', 'unanswered']),
  };
}

/** The index that is searched now, and the notes in it. */
let searched: { readonly search: SearchIndex; readonly notes: Map<string, string> } | undefined;
let isFollowing = false;

/** Notes are put in when the search is used and one of them has changed. */
function followNotes({ study }: Services, search: SearchIndex, notes: Map<string, string>): void {
  search.setNotes(notes);
  searched = { search, notes };
  if (isFollowing) return;
  isFollowing = true;
  study.onDidChange((ids) => {
    const [now, record] = [searched, study.record];
    if (now === undefined || record === undefined) return;
    if (ids.filter((id) => takeNote(now.notes, id, record.noteOf(id))).length > 0) {
      now.search.setNotes(now.notes);
    }
  });
}

function gatherNotes(questions: readonly { readonly id: string }[], study: StudyRecord): Map<string, string> {
  const notes = new Map<string, string>();
  for (const { id } of questions) takeNote(notes, id, study.noteOf(id));
  return notes;
}

/** Gives whether the note is another one than before. */
function takeNote(notes: Map<string, string>, id: string, note: string | undefined): boolean {
  if (notes.get(id) === note) return false;
  if (note === undefined) notes.delete(id);
  else notes.set(id, note);
  return true;
}
