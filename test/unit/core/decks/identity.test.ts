import assert from 'node:assert/strict';
import {
  keepIdentities,
  type FreshQuestion,
  type Identities,
  type KnownQuestion,
} from '../../../../src/core/decks/identity';
import { slugOf } from '../../../../src/core/decks/ids';
import { shuffle } from '../../../../src/core/util/shuffle';
import { createRandom, pick, repeat } from '../../random';

/** A question in a few words: `What is LoRA? | an answer | file.md | own-id`. */
type Line = string;

function parse(line: Line) {
  const [title = '', answer = '', file = 'a.md', ownId] = line.split('|').map((part) => part.trim());
  return { title, file: file || 'a.md', ownId, ...(answer === '' ? {} : { answerKey: answer }) };
}

/** As the reader computes the ids: from the own id or the title, and the file where the title has been before. */
function read(lines: readonly Line[]): FreshQuestion[] {
  const taken = new Set<string>();
  return lines.map((line, number) => {
    const { ownId, ...question } = parse(line);
    const base = ownId ?? slugOf(question.title);
    let id = base;
    for (let count = 2; taken.has(id); count++) {
      id = count === 2 ? `${base}--${slugOf(question.file)}` : `${base}--${slugOf(question.file)}-${count}`;
    }
    taken.add(id);
    return { ...question, id, line: number + 1, hasOwnId: ownId !== undefined, wasThere: false };
  });
}

function know(fresh: readonly FreshQuestion[], { ids }: Identities): KnownQuestion[] {
  return fresh.map(({ id, title, file, answerKey }) => ({ id: ids.get(id) ?? id, title, file, answerKey }));
}

const none: Identities = { ids: new Map(), offers: [] };

/** The ids after an edit, each question under its new title. */
function edit(before: readonly Line[], after: readonly Line[]) {
  const fresh = read(after);
  const known = know(read(before), none);
  const { ids, offers } = keepIdentities(known, fresh);
  return {
    ids: fresh.map(({ id }) => ids.get(id) ?? id),
    offers: offers.map(({ oldId, newId }) => `${oldId} → ${newId}`),
  };
}

interface Edit {
  readonly does: string;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly ids: readonly string[];
  readonly offers?: readonly string[];
}

const edits: readonly Edit[] = [
  {
    does: 'an answer that is written anew',
    before: ['What is LoRA? | old'],
    after: ['What is LoRA? | new'],
    ids: ['what-is-lora'],
  },
  {
    does: 'another order, with questions added and removed',
    before: ['What is A? | a', 'What is B? | b', 'What is C? | c'],
    after: ['What is C? | c', 'What is D? | d', 'What is A? | a'],
    ids: ['what-is-c', 'what-is-d', 'what-is-a'],
  },
  {
    does: 'a question that moves to another file',
    before: ['What is A? | a', 'What is B? | b'],
    after: ['What is B? | b', 'What is A? | a | deep/new.md'],
    ids: ['what-is-b', 'what-is-a'],
  },
  {
    does: 'a title in other letters and marks',
    before: ['What is LoRA? | a'],
    after: ['What is “lora”, … | a'],
    ids: ['what-is-lora'],
  },
  {
    does: 'a slip of the pen that is mended',
    before: ['How does atention scale? | a'],
    after: ['How does attention scale? | new'],
    ids: ['how-does-atention-scale'],
  },
  {
    does: 'words added to a title above the same answer',
    before: ['How does LoRA work? | a'],
    after: ['How exactly does LoRA fine-tuning work in practice? | a'],
    ids: ['how-does-lora-work'],
  },
  {
    does: 'a word added to a title of a question without answer',
    before: ['What is the vanishing gradient problem?'],
    after: ['What is the vanishing gradient problem in networks?'],
    ids: ['what-is-the-vanishing-gradient-problem'],
  },
  {
    does: 'a title that changes a little in a file that moves',
    before: ['What is a KV cache good for? | a | old.md'],
    after: ['What is the KV cache good for? | a | new.md'],
    ids: ['what-is-a-kv-cache-good-for'],
  },
  {
    does: 'titles that change places above their answers',
    before: ['What is A? | a', 'What is B? | b'],
    after: ['What is B? | a', 'What is A? | b'],
    ids: ['what-is-b', 'what-is-a'],
  },
  {
    does: 'two titles that change a little at once',
    before: ['Name the advantages of dropout | a', 'Name the disadvantages of dropout | b'],
    after: ['Name some disadvantages of dropout | b', 'Name some advantages of dropout | a'],
    ids: ['name-the-disadvantages-of-dropout', 'name-the-advantages-of-dropout'],
  },
  {
    does: 'an own id, whatever becomes of title, answer and file',
    before: ['What is A? | a | a.md | one', 'What is B? | b | a.md | two'],
    after: ['What is B? | c | b.md | one', 'What is A? | d | b.md | two'],
    ids: ['one', 'two'],
  },
  {
    does: 'a question that gets an id of its own',
    before: ['What is A? | a'],
    after: ['What is A? | a | a.md | one'],
    ids: ['what-is-a'],
  },
  {
    does: 'one title twice, in files that change their order',
    before: ['What is A? | x | 1.md', 'What is A? | y | 2.md'],
    after: ['What is A? | y | 2.md', 'What is A? | x | 1.md'],
    ids: ['what-is-a--2-md', 'what-is-a'],
  },
  {
    does: 'one title twice in a file, in another order',
    before: ['What is A? | x', 'What is A? | y'],
    after: ['What is A? | y', 'What is A? | x'],
    ids: ['what-is-a--a-md', 'what-is-a'],
  },
  {
    does: 'the second of one title, once the first is gone',
    before: ['What is A? | x', 'What is A? | y'],
    after: ['What is A? | y'],
    ids: ['what-is-a--a-md'],
  },
  {
    does: 'titles without a letter that ids have',
    before: ['注意力是什么？ | a', '什么是分词？ | b'],
    after: ['什么是分词？ | b', '注意力究竟是什么？ | a'],
    ids: ['--a-md', ''],
  },
  {
    does: 'no question that is quite another one',
    before: ['What is LoRA? | a'],
    after: ['Why do transformers need positions? | b'],
    ids: ['why-do-transformers-need-positions'],
  },
  {
    does: 'no question that shares the common words only',
    before: ['What is the use of LoRA? | a'],
    after: ['What is the use of dropout? | b'],
    ids: ['what-is-the-use-of-dropout'],
  },
  {
    does: 'no other number, but offers it',
    before: ['What does top-1 accuracy of a classifier say?'],
    after: ['What does top-5 accuracy of a classifier say?'],
    ids: ['what-does-top-5-accuracy-of-a-classifier-say'],
    offers: ['what-does-top-1-accuracy-of-a-classifier-say → what-does-top-5-accuracy-of-a-classifier-say'],
  },
  {
    does: 'no letter more in a short word, but offers it',
    before: ['What is LoRA?'],
    after: ['What is QLoRA?'],
    ids: ['what-is-qlora'],
    offers: ['what-is-lora → what-is-qlora'],
  },
  {
    does: 'no other title above the same answer, but offers it',
    before: ['What is LoRA? | a'],
    after: ['Explain parameter-efficient adapters | a'],
    ids: ['explain-parameter-efficient-adapters'],
    offers: ['what-is-lora → explain-parameter-efficient-adapters'],
  },
  {
    does: 'no like title in another file with another answer, but offers it',
    before: ['How is attention masked in decoders? | a | 1.md'],
    after: ['How is attention masked in encoders? | b | 2.md'],
    ids: ['how-is-attention-masked-in-encoders'],
    offers: ['how-is-attention-masked-in-decoders → how-is-attention-masked-in-encoders'],
  },
  {
    does: 'neither of two that come as near, but offers one',
    before: ['What limits the context window of models?'],
    after: ['What limits the context window of big models?', 'What limits the context window of old models?'],
    ids: ['what-limits-the-context-window-of-big-models', 'what-limits-the-context-window-of-old-models'],
    offers: ['what-limits-the-context-window-of-models → what-limits-the-context-window-of-big-models'],
  },
];

describe('keepIdentities', () => {
  for (const { does, before, after, ids, offers = [] } of edits) {
    it(`keeps ${does}`, () => assert.deepEqual(edit(before, after), { ids, offers }));
  }

  it('gives an id that is in use to no other question', () => {
    const known = [{ id: 'what-is-a', title: 'What is A today?', file: 'a.md', answerKey: 'a' }];
    const fresh = read(['What is A? | b', 'What is A today? | a']);
    assert.deepEqual(
      [...keepIdentities(known, fresh).ids],
      [
        ['what-is-a-today', 'what-is-a'],
        ['what-is-a', 'what-is-a-2'],
      ],
    );
  });

  it('gives the id of one that is gone to no other, though it is computed the same', () => {
    const known = [{ id: 'lora', title: 'Что такое LoRA?', file: 'a.md', answerKey: 'a' }];
    const [question] = read(['Зачем нужна LoRA? | b']);
    assert.ok(question);
    const { ids, offers } = keepIdentities(known, [{ ...question, id: 'lora' }]);
    assert.deepEqual([...ids], [['lora', 'lora-2']]);
    assert.equal(offers.length, 1);
  });

  it('keeps the id of a title that goes back to what it was', () => {
    const known = [{ id: 'what-is-a', title: 'Something quite different', file: 'a.md' }];
    assert.deepEqual(keepIdentities(known, read(['What is A?'])), none);
  });

  it('gives the id of one that is gone to no other that stood beside it', () => {
    const known = know(read(['What is the LoRA adapter good for? | a']), none);
    const [other] = read(['What is a LoRA adapter good for? | b']);
    assert.ok(other);
    assert.equal(keepIdentities(known, [other]).ids.size, 1);
    assert.deepEqual(keepIdentities(known, [{ ...other, wasThere: true }]), none);
  });

  it('pairs what nothing tells apart by its place, in whatever order it comes', () => {
    const known = ['x', 'y'].map((id) => ({ id, title: 'What is A?', file: 'a.md' }));
    const fresh = read(['What is A?', 'What is A?']);
    for (const questions of [fresh, fresh.toReversed()]) {
      assert.deepEqual([...keepIdentities(known, questions).ids].sort(), [
        ['what-is-a', 'x'],
        ['what-is-a--a-md', 'y'],
      ]);
    }
  });

  it('does not offer again what was refused', () => {
    const known = know(read(['What is LoRA?']), none);
    const refuse = (oldId: string, newId: string) => oldId === 'what-is-lora' && newId === 'what-is-qlora';
    assert.deepEqual(keepIdentities(known, read(['What is QLoRA?']), refuse), none);
  });

  const rounds = 400;

  it('changes nothing where it is applied again, after any edit', () => {
    const random = createRandom(51);
    for (let round = 0; round < rounds; round++) {
      const { known, fresh } = anyEdit(random);
      const first = keepIdentities(known, fresh);
      const again = keepIdentities(know(fresh, first), fresh);
      assert.deepEqual([...again.ids].sort(), [...first.ids].sort(), `round ${round}`);
      assert.deepEqual(again.offers, []);
    }
  });

  it('gives the same in any order of the questions', () => {
    const random = createRandom(52);
    for (let round = 0; round < rounds; round++) {
      const { known, fresh } = anyEdit(random);
      const one = keepIdentities(known, fresh);
      const other = keepIdentities(shuffle(known, random), shuffle(fresh, random));
      assert.deepEqual([...other.ids].sort(), [...one.ids].sort(), `round ${round}`);
      assert.deepEqual(other.offers, one.offers);
    }
  });

  it('gives no id twice, and all that is unchanged its own', () => {
    const random = createRandom(53);
    for (let round = 0; round < rounds; round++) {
      const { known, fresh } = anyEdit(random);
      const after = know(fresh, keepIdentities(known, fresh));
      assert.equal(new Set(after.map(({ id }) => id)).size, fresh.length, `round ${round}`);
      const unique = known.filter(({ title }) => known.filter((each) => each.title === title).length === 1);
      for (const { id, title, file, answerKey } of unique) {
        const same = after.filter((each) => each.title === title);
        if (same.length !== 1 || same[0]?.file !== file || same[0].answerKey !== answerKey) continue;
        assert.equal(same[0].id, id, `round ${round}: ${title}`);
      }
    }
  });

  it('takes few times as long as looking each of 10,000 questions up, after one edit and after a move of all', () => {
    const titles = Array.from({ length: 10_000 }, (_, at) => `What does part ${at} of model ${at % 97} do?`);
    const lines = titles.map((title, at) => `${title} | answer ${at} | ${at % 2500}.md`);
    const known = know(read(lines), none);
    const edited = read(lines.with(5000, 'What does the part 5000 of model 53 do? | answer 5000 | 0.md'));
    const moved = read(lines.map((line) => line.replace(/\| (\d+\.md)$/, '| new/$1')));
    assert.equal(keepIdentities(known, edited).ids.size, 1);
    assert.deepEqual(keepIdentities(known, moved), none);
    const once = fastestOf(() => lookUpAll(known, edited));
    assert.ok(fastestOf(() => keepIdentities(known, edited)) < 15 * once);
    assert.ok(fastestOf(() => keepIdentities(known, moved)) < 300 * once);
  }).timeout(60_000);

  it('compares each with few, where everything is new and alike', () => {
    const count = 3000;
    const name = (era: string) =>
      read(
        Array.from({ length: count }, (_, at) => `What is the use of ${era}${at} in models? | ${era}${at}`),
      );
    let looks = 0;
    const known = know(name('old'), none).map((question) => ({
      ...question,
      get answerKey() {
        looks++;
        return question.answerKey;
      },
    }));
    assert.deepEqual(keepIdentities(known, name('new')), none);
    assert.ok(looks < 100 * count, `${looks} looks at ${count} questions`);
  });
});

/** The least that anybody would have to do. */
function lookUpAll(known: readonly KnownQuestion[], fresh: readonly FreshQuestion[]): number {
  const byId = new Map(known.map((question) => [question.id, question]));
  return fresh.filter(({ id, title }) => byId.get(id)?.title === title).length;
}

function fastestOf(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

/** A deck, what is known of some of it, and the deck after edits of every kind. */
function anyEdit(random: () => number): { known: KnownQuestion[]; fresh: FreshQuestion[] } {
  const word = () =>
    pick(random, ['LoRA', 'attention', 'cache', 'loss', 'token', 'mask', 'layer', '注意', 'β']);
  const title = () => `${pick(random, ['What is', 'Why does', 'Explain'])} ${word()} ${word()} ${word()}?`;
  const answer = () => (random() < 0.2 ? '' : `answer ${Math.floor(random() * 30)}`);
  const file = () => pick(random, ['a.md', 'b.md', 'c/d.md']);
  const line = () =>
    `${title()} | ${answer()} | ${file()}${random() < 0.1 ? ` | own-${Math.floor(random() * 1e9)}` : ''}`;
  const before = repeat(random, 1, 25, line);
  const known = know(read(before), none).filter(() => random() < 0.8);
  const after = before.flatMap((each) => {
    const parts = each.split('|');
    if (random() < 0.15)
      parts[0] = pick(random, [`${parts[0]?.replace('?', '')} ${word()}? `, `${title()} `]);
    if (random() < 0.15) parts[1] = ` ${answer()} `;
    if (random() < 0.15) parts[2] = ` ${file()} `;
    const kept = random() < 0.9 ? [parts.join('|')] : [];
    return random() < 0.1 ? [...kept, line()] : kept;
  });
  return { known, fresh: read(random() < 0.3 ? shuffle(after, random) : after) };
}
