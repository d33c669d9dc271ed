import { l10n } from 'vscode';
import { STATUSES } from '../../core/log/standing';
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

async function loadSearched({ bank, study }: Services): Promise<Searched> {
  const index = await bank.loadIndex();
  const questions = (await Promise.all(index.topics.map(({ id }) => bank.loadTopic(id)))).flat();
  return {
    index,
    study: await study.load(),
    search: createSearchIndex(questions.map(documentOf)),
    vocabulary: { topics: index.topics.map(({ id }) => id), statuses: [...STATUSES, 'bookmarked', 'leech'] },
  };
}
