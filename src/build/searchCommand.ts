import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createBank } from '../core/bank/bank';
import { STATUSES } from '../core/log/standing';
import { documentOf } from '../core/search/document';
import { createQueryTest, parseQuery, queryVocabularyOf } from '../core/search/query';
import { createSearchIndex } from '../core/search/searchIndex';

/**
 * `npm run --silent search -- "query"`: the ids of the ten best questions of the built bank, one a line. Filters work as
 * in the editor, for somebody who has seen nothing yet.
 */
async function main(query: string): Promise<number> {
  const folder = path.resolve('dist/bank');
  if (!existsSync(folder)) {
    console.error('There is no built bank. Run "npm run build" first.');
    return 1;
  }
  if (query.trim() === '') {
    console.error('There is no query. Run: npm run --silent search -- "kv cache"');
    return 1;
  }
  const bank = createBank({ read: (name) => Promise.resolve(readFileSync(path.join(folder, name), 'utf8')) });
  const index = await bank.loadIndex();
  const questions = (await Promise.all(index.topics.map(({ id }) => bank.loadTopic(id)))).flat();
  const { text, filters, hints } = parseQuery(query, queryVocabularyOf(index, STATUSES));
  for (const hint of hints) console.error(hint);
  const accepts = createQueryTest({ filters }, (_question, status) => status === 'new');
  const hits = createSearchIndex(questions.map((question) => documentOf(question))).search(text, {
    limit: 10,
    accepts,
  });
  for (const { id } of hits) console.log(id);
  return 0;
}

process.exitCode = await main(process.argv.slice(2).join(' '));
