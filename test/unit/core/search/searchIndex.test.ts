import assert from 'node:assert/strict';
import { createSearchIndex, type SearchDocument } from '../../../../src/core/search/searchIndex';
import { hostileInputs } from '../../../support/hostileInputs';

function aDocument(given: Partial<SearchDocument> & { id: string }): SearchDocument {
  return { title: 'Something else', terms: [], topic: 'other', level: 'easy', text: '', ...given };
}

const index = createSearchIndex([
  aDocument({ id: 'kv-cache', title: 'What is a KV cache?', terms: ['past_key_values'], topic: 'inference' }),
  aDocument({
    id: 'rag',
    title: 'How does retrieval-augmented generation work?',
    terms: ['retrieval-augmented generation'],
    text: 'It looks passages up in a storage.',
  }),
  aDocument({ id: 'fine-tuning', title: 'When is fine-tuning worth its cost?' }),
  aDocument({ id: 'dataset', title: 'What makes a good dataset?', topic: 'pretraining' }),
  aDocument({ id: 'moe', title: 'What is a mixture of experts?', terms: ['mixture of experts', 'router'] }),
  aDocument({
    id: 'layer-norm',
    title: 'Why layer normalization?',
    terms: ['nn.LayerNorm'],
    topic: 'transformer',
  }),
  aDocument({ id: 'softmax', title: 'Why is there a softmax in attention?', topic: 'attention' }),
  aDocument({ id: 'bayes', title: 'What is naïve about naïve Bayes?' }),
  aDocument({ id: 'gradient', title: 'What clips a gradient?', level: 'hard' }),
  aDocument({
    id: 'mine--a',
    title: 'What is asked first?',
    topic: 'mine--1',
    topicName: 'Onboarding (Mine)',
  }),
]);

const idsFor = (text: string, ...options: Parameters<typeof index.search>[1][]) =>
  index.search(text, ...options).map(({ id }) => id);

describe('a search', () => {
  const first: readonly (readonly [fact: string, text: string, id: string])[] = [
    ['finds a word', 'softmax', 'softmax'],
    ['finds the beginning of a word', 'softm', 'softmax'],
    ['finds a word with a typo', 'sofmtax', 'softmax'],
    ['finds words in any order', 'attention softmax', 'softmax'],
    ['finds a word in any case', 'SoftMAX', 'softmax'],
    ['finds a word without its accents', 'naive', 'bayes'],
    ['finds two words that were written in one', 'finetuning', 'fine-tuning'],
    ['finds one word that was written in two', 'data set', 'dataset'],
    ['finds words by their initials', 'moe', 'moe'],
    ['finds words with a hyphen by their initials', 'rag', 'rag'],
    ['finds a singular by its plural', 'gradients', 'gradient'],
    ['finds a term in snake case', 'past_key_values', 'kv-cache'],
    ['finds a term in snake case by its words', 'past key values', 'kv-cache'],
    ['finds a term in camel case', 'LayerNorm', 'layer-norm'],
    ['finds a topic', 'pretraining', 'dataset'],
    ['finds a topic by its name', 'onboarding', 'mine--a'],
    ['finds a word of the answer', 'passages', 'rag'],
    ['finds a question as it is written', 'When is fine-tuning worth its cost?', 'fine-tuning'],
  ];
  for (const [fact, text, id] of first) {
    it(fact, () => assert.equal(idsFor(text)[0], id));
  }

  it('finds nothing for words that are far from all', () => {
    assert.deepEqual(idsFor('zzzyqx'), []);
  });

  it('finds nothing in nothing', () => {
    assert.deepEqual([createSearchIndex([]).search('softmax'), createSearchIndex([]).search('')], [[], []]);
  });

  it('holds a word in the title for more than in a term, a topic and the answer', () => {
    const places = createSearchIndex([
      aDocument({ id: 'answer', text: 'A zebra.' }),
      aDocument({ id: 'topic', topic: 'zebra' }),
      aDocument({ id: 'term', terms: ['zebra'] }),
      aDocument({ id: 'title', title: 'Zebra' }),
      aDocument({ id: 'none' }),
    ]);
    assert.deepEqual(
      places.search('zebra').map(({ id, matched }) => `${id} by ${matched}`),
      ['title by title', 'term by term', 'topic by topic', 'answer by answer'],
    );
  });

  it('shows where the answer has the word, when only the answer has it', () => {
    const [hit] = index.search('storage');
    assert.deepEqual(
      [hit?.id, hit?.matched, hit?.snippet],
      ['rag', 'answer', 'It looks passages up in a storage.'],
    );
    assert.equal(index.search('softmax')[0]?.snippet, undefined);
  });

  it('keeps what is equally good in the order of the documents', () => {
    const twins = createSearchIndex(['c', 'a', 'b'].map((id) => aDocument({ id, title: 'A zebra' })));
    assert.deepEqual(
      twins.search('zebra').map(({ id }) => id),
      ['c', 'a', 'b'],
    );
  });

  it('gives falling scores, and each document once', () => {
    const hits = index.search('what softmax cache generation');
    assert.deepEqual(
      hits,
      [...hits].sort((a, b) => b.score - a.score),
    );
    assert.equal(new Set(hits.map(({ id }) => id)).size, hits.length);
  });

  it('gives as many as it may: 50, or the limit', () => {
    const many = createSearchIndex(
      Array.from({ length: 300 }, (_, number) => aDocument({ id: `${number}`, title: 'A zebra' })),
    );
    const counts = [undefined, { limit: 3 }, { limit: 120 }, { limit: 1000 }];
    assert.deepEqual(
      counts.map((options) => many.search('zebra', options).length),
      [50, 3, 120, 300],
    );
    assert.deepEqual(
      counts.map((options) => many.search('', options).length),
      [50, 3, 120, 300],
    );
  });

  it('gives what is accepted only, also when much else is better', () => {
    const many = createSearchIndex(
      Array.from({ length: 300 }, (_, number) =>
        aDocument({ id: `${number}`, title: number < 290 ? 'A zebra' : 'A zebra and more' }),
      ),
    );
    const accepts = ({ id }: SearchDocument) => Number(id) >= 290 && Number(id) % 2 === 0;
    assert.deepEqual(
      many.search('zebra', { accepts, limit: 3 }).map(({ id }) => id),
      ['290', '292', '294'],
    );
  });

  it('for nothing finds everything that is accepted, in the order of the documents', () => {
    const all = [
      'kv-cache',
      'rag',
      'fine-tuning',
      'dataset',
      'moe',
      'layer-norm',
      'softmax',
      'bayes',
      'gradient',
      'mine--a',
    ];
    assert.deepEqual([idsFor(''), idsFor('  '), idsFor('?!')], [all, all, all]);
    assert.deepEqual(idsFor('', { accepts: ({ level }) => level === 'hard' }), ['gradient']);
  });

  it('bears whatever is typed or pasted', () => {
    for (const text of [
      ...hostileInputs,
      'softmax '.repeat(100_000),
      '\uD800',
      '\u0000',
      '__proto__ constructor',
    ]) {
      assert.equal(Array.isArray(index.search(text)), true);
    }
  });
});

describe('a search with notes', () => {
  const documents = [
    aDocument({ id: 'rlhf', title: 'What is RLHF?', topic: 'alignment', text: 'A reward model is trained.' }),
    aDocument({ id: 'softmax', title: 'Why is there a softmax in attention?', topic: 'attention' }),
    aDocument({ id: 'reward', title: 'What is a reward model?', topic: 'alignment' }),
  ];
  const withNotes = (...notes: [id: string, note: string][]) => {
    const noted = createSearchIndex(documents);
    noted.setNotes(new Map(notes));
    return noted;
  };
  const found = (noted: ReturnType<typeof withNotes>, text: string) =>
    noted.search(text).map(({ id, matched }) => `${id} by ${matched}`);

  it('finds a question by words that only its note has, and shows the line', () => {
    const [hit] = withNotes(['rlhf', '- first\n- Ask about **reward hacking** at Acme']).search('acme');
    assert.deepEqual(
      [hit?.id, hit?.matched, hit?.snippet],
      ['rlhf', 'note', '- first - Ask about reward hacking at Acme'],
    );
  });

  it('finds a word of a note by its beginning and with a typo', () => {
    const noted = withNotes(['softmax', 'Goodhart']);
    assert.deepEqual(
      [found(noted, 'goodh'), found(noted, 'godhart')],
      [['softmax by note'], ['softmax by note']],
    );
  });

  it('holds a line of a note that says it all for more than a title that says most of it', () => {
    const noted = withNotes(['softmax', 'see: reward model drift']);
    assert.deepEqual(found(noted, 'reward model drift')[0], 'softmax by note');
  });

  it('holds a title that says it for more than a note', () => {
    const noted = withNotes(['rlhf', 'compare with softmax']);
    assert.deepEqual(found(noted, 'softmax'), ['softmax by title', 'rlhf by note']);
  });

  it('finds by the notes that it was given last', () => {
    const noted = withNotes(['rlhf', 'Acme']);
    assert.deepEqual(found(noted, 'acme'), ['rlhf by note']);
    noted.setNotes(new Map([['softmax', 'Goodhart']]));
    assert.deepEqual([found(noted, 'acme'), found(noted, 'goodhart')], [[], ['softmax by note']]);
    noted.setNotes(new Map());
    assert.deepEqual(found(noted, 'goodhart'), []);
  });

  it('finds the same as without for who has none', () => {
    const queries = ['reward', 'what softmax model', 'rewrd', ''];
    const results = [createSearchIndex(documents), withNotes()].map((each) =>
      queries.map((text) => each.search(text)),
    );
    assert.deepEqual(results[1], results[0]);
  });

  it('passes over a note on a question that there is no more', () => {
    assert.deepEqual(found(withNotes(['gone', 'Acme']), 'acme'), []);
  });

  it('bears whatever is written', () => {
    const noted = createSearchIndex(documents);
    for (const note of [...hostileInputs, 'x'.repeat(1_000_000), '\uD800', '__proto__ constructor']) {
      noted.setNotes(new Map([['rlhf', note]]));
      assert.equal(Array.isArray(noted.search('softmax onerror x')), true);
    }
  });
});
