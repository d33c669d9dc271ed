import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createBank } from '../core/bank/bank';
import { documentOf } from '../core/search/document';
import { createSearchIndex } from '../core/search/searchIndex';

/** `npm run --silent search -- "query"`: the ids of the ten best questions of the built bank, one a line. */
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
  const { topics } = await bank.loadIndex();
  const questions = (await Promise.all(topics.map(({ id }) => bank.loadTopic(id)))).flat();
  const hits = createSearchIndex(questions.map(documentOf)).search(query, { limit: 10 });
  for (const { id } of hits) console.log(id);
  return 0;
}

process.exitCode = await main(process.argv.slice(2).join(' '));
