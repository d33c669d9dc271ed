import { l10n } from 'vscode';
import { STATUSES } from '../../core/log/standing';
import type { StudyRecord } from '../../core/log/studyRecord';
import { documentOf } from '../../core/search/document';
import { createSearchIndex } from '../../core/search/searchIndex';
import { createOrderedQuickPick } from '../../platform/orderedQuickPick';
import type { Services } from '../../platform/services';
import { connectSearchPick, type HitItem, type Searched } from './pick';

let loading: Promise<Searched> | undefined;

/** Opens the Quick Pick. It can be typed into at once; results come when the index is there. */
export async function openSearch(services: Services, query: string): Promise<void> {
  const pick = createOrderedQuickPick<HitItem>();
  pick.title = l10n.t('Search Questions');
  pick.placeholder = l10n.t('A term, an abbreviation, a typo · narrow with topic: level: is: #tag');
  pick.value = query;
  pick.busy = true;
  pick.show();
  try {
    connectSearchPick(pick, services, await getSearched(services));
  } catch (error) {
    pick.dispose();
    throw error;
  } finally {
    pick.busy = false;
  }
}

function getSearched(services: Services): Promise<Searched> {
  loading ??= loadSearched(services);
  loading.catch(() => (loading = undefined));
  return loading;
}

/** The bank's index, made once. Notes are put in when the search is used and one of them has changed. */
async function loadSearched({ library, study }: Services): Promise<Searched> {
  const index = await library.loadIndex();
  const questions = (await Promise.all(index.topics.map(({ id }) => library.loadTopic(id)))).flat();
  const record = await study.load();
  const search = createSearchIndex(questions.map(documentOf));
  const notes = gatherNotes(questions, record);
  search.setNotes(notes);
  study.onDidChange((ids) => {
    if (ids.filter((id) => takeNote(notes, id, record.noteOf(id))).length > 0) search.setNotes(notes);
  });
  return {
    index,
    study: record,
    search,
    vocabulary: {
      topics: index.topics.map(({ id }) => id),
      statuses: [...STATUSES, 'bookmarked', 'noted', 'leech'],
    },
  };
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
