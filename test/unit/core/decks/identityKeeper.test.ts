import assert from 'node:assert/strict';
import type { Deck, DeckQuestion } from '../../../../src/core/decks/deck';
import { createIdentityKeeper, type KeptIdentities } from '../../../../src/core/decks/identityKeeper';
import { slugOf } from '../../../../src/core/decks/ids';

const longAnswer = 'It is long enough to tell this answer from the others, since few say just this.';

function aDeck(...questions: readonly (Partial<DeckQuestion> & { title: string })[]): Deck {
  return {
    id: 'list',
    title: 'List',
    topics: [],
    skipped: [],
    questions: questions.map((question, at) => ({
      id: `list--${slugOf(question.title)}`,
      topic: 'list--1',
      deck: 'list',
      terms: [],
      shortAnswer: longAnswer + question.title.slice(0, 9),
      keyPoints: [],
      sections: [],
      followUps: [],
      related: [],
      place: { file: 'a.md', line: at + 1, endLine: at + 1 },
      answerPlace: undefined,
      ...question,
    })),
  };
}

/** A keeper with its store in memory, and the log as a set of ids. */
function start(...studied: string[]) {
  const kept = new Map<string, KeptIdentities>();
  const history = new Set(studied);
  const open = () =>
    createIdentityKeeper({
      load: (deck) => kept.get(deck),
      save: (deck, value) => kept.set(deck, JSON.parse(JSON.stringify(value)) as KeptIdentities),
    });
  const hasHistory = (id: string) => history.has(id);
  return { kept, history, open, hasHistory, saved: { hasHistory, isSaved: true } };
}

const idsOf = ({ questions }: Deck) => questions.map(({ id }) => id);
const knownIn = (kept: Map<string, KeptIdentities>) => kept.get('list')?.known.map(({ id }) => id) ?? [];

const before = aDeck({ title: 'What is attention for?' }, { title: 'What is a token?' });
const after = aDeck({ title: 'What is the attention for?' }, { title: 'What is a token?' });
/** Of another title, above the same answer. */
const rewritten = aDeck({ title: 'Explain heads', shortAnswer: `${longAnswer}What is a` });
const attention = 'list--what-is-attention-for';

describe('the identities of a deck', () => {
  it('are kept of what has history alone', () => {
    const { kept, open, saved } = start(attention);
    assert.equal(open().keepIds(before, saved), before);
    assert.deepEqual(knownIn(kept), [attention]);
  });

  it('are not written where nothing is to be kept', () => {
    const { kept, open, saved } = start();
    open().keepIds(before, saved);
    assert.equal(kept.size, 0);
  });

  it('outlive the window and each further edit', () => {
    const { open, saved } = start(attention);
    open().keepIds(before, saved);
    assert.equal(idsOf(open().keepIds(after, saved))[0], attention);
    const further = aDeck({ title: 'What is the attention good for?' }, { title: 'What is a token?' });
    assert.equal(idsOf(open().keepIds(further, saved))[0], attention);
  });

  it('hold for what is studied after the deck was read', () => {
    const { open, history, hasHistory, saved } = start();
    const keeper = open();
    keeper.keepIds(before, saved);
    history.add(attention);
    keeper.remember(hasHistory);
    assert.equal(idsOf(open().keepIds(after, saved))[0], attention);
  });

  it('hold for what is studied before the edit, though nobody said so', () => {
    const { open, history, saved } = start();
    const keeper = open();
    keeper.keepIds(before, saved);
    history.add(attention);
    assert.equal(idsOf(keeper.keepIds(after, saved))[0], attention);
  });

  it('are forgotten by nobody while the log is not loaded', () => {
    const { kept, open, saved } = start(attention);
    open().keepIds(before, saved);
    const keeper = open();
    keeper.keepIds(aDeck(), { hasHistory: undefined, isSaved: true });
    assert.deepEqual(knownIn(kept), [attention]);
    assert.equal(idsOf(keeper.keepIds(after, { hasHistory: undefined, isSaved: true }))[0], attention);
  });

  it('are forgotten where the history is gone, and the question or its other id, too', () => {
    const { kept, open, history, saved } = start(attention);
    open().keepIds(before, saved);
    history.clear();
    open().keepIds(before, saved);
    assert.deepEqual(knownIn(kept), []);
  });

  it('stay of a question that is gone, until it comes back', () => {
    const { kept, open, saved } = start(attention);
    open().keepIds(before, saved);
    open().keepIds(after, saved);
    open().keepIds(aDeck(), saved);
    assert.deepEqual(knownIn(kept), [attention]);
    assert.equal(idsOf(open().keepIds(after, saved))[0], attention);
  });

  it('go to no neighbour of a question that is gone', () => {
    const { open, saved } = start(attention);
    const neighbour = { title: 'What is the attention for?' };
    open().keepIds(aDeck({ title: 'What is attention for?' }, neighbour), saved);
    const next = open();
    assert.deepEqual(idsOf(next.keepIds(aDeck(neighbour), saved)), ['list--what-is-the-attention-for']);
    assert.deepEqual(next.offersOf('list'), []);
  });

  it('are offered in the next window, too, where nobody has said anything', () => {
    const { open, saved } = start(attention);
    open().keepIds(before, saved);
    open().keepIds(rewritten, saved);
    const next = open();
    next.keepIds(rewritten, saved);
    assert.equal(next.offersOf('list').length, 1);
  });

  it('are offered as soon as the log is loaded, without another reading', () => {
    const { open, hasHistory, saved } = start(attention);
    open().keepIds(before, saved);
    const next = open();
    next.keepIds(rewritten, { hasHistory: undefined, isSaved: true });
    assert.deepEqual(next.offersOf('list'), []);
    next.remember(hasHistory);
    assert.equal(next.offersOf('list').length, 1);
  });

  it('follow to what relates and links to the question', () => {
    const { open, saved } = start(attention);
    open().keepIds(before, saved);
    const newId = 'list--what-is-the-attention-for';
    const linking = {
      title: 'Another one?',
      related: [newId, 'list--other'],
      followUps: [`[Why?](${newId}) and [Who?](list--other)`],
      hint: `[See](${newId})`,
    };
    const [, other] = open().keepIds(
      aDeck({ title: 'What is the attention for?' }, linking),
      saved,
    ).questions;
    assert.deepEqual(
      [other?.related, other?.followUps, other?.hint],
      [[attention, 'list--other'], [`[Why?](${attention}) and [Who?](list--other)`], `[See](${attention})`],
    );
  });

  it('follow to links of one word, however they are written and wherever they stand', () => {
    const { open, saved } = start(attention);
    open().keepIds(before, saved);
    const linking = {
      title: 'Another one?',
      prompt: '[Why?](what-is-the-attention-for)',
      keyPoints: ['[Why?](<what-is-the-attention-for>) and [Who?](other)'],
      sections: [
        { heading: '', markdown: '[a]: what-is-the-attention-for\n<a href="what-is-the-attention-for">' },
      ],
      options: [{ letter: 'A', text: '[Why?](what-is-the-attention-for "title")', isRight: true }],
    };
    const [, other] = open().keepIds(
      aDeck({ title: 'What is the attention for?' }, linking),
      saved,
    ).questions;
    assert.deepEqual(
      [other?.prompt, other?.keyPoints, other?.sections[0]?.markdown, other?.options?.[0]?.text],
      [
        `[Why?](${attention})`,
        [`[Why?](<${attention}>) and [Who?](other)`],
        `[a]: ${attention}\n<a href="${attention}">`,
        `[Why?](${attention} "title")`,
      ],
    );
  });

  it('do not wander word by word while a title is typed', () => {
    const titles = [
      'Why does attention scale scores before softmax?',
      'Why does attention scale logits before softmax?',
      'Why does attention scale logits before sampling?',
      'Why does temperature scale logits before sampling?',
    ];
    const [first, ...typed] = titles.map((title) => aDeck({ title, shortAnswer: 'Short.' }));
    const id = 'list--why-does-attention-scale-scores-before-softmax';
    const { kept, open, hasHistory, saved } = start(id);
    const keeper = open();
    assert.ok(first);
    keeper.keepIds(first, saved);
    const idsTyped = typed.map((deck) => idsOf(keeper.keepIds(deck, { hasHistory, isSaved: false })).join());
    assert.deepEqual(idsTyped.slice(0, 1), [id]);
    assert.deepEqual(keeper.offersOf('list'), []);
    const [last] = typed.slice(-1);
    assert.ok(last);
    assert.deepEqual(idsOf(keeper.keepIds(last, saved)), idsOf(last));
    assert.deepEqual(knownIn(kept), [id]);
    assert.equal(keeper.offersOf('list').length, 1);
  });

  it('are offered where they are likely, and kept when somebody says so', () => {
    const { open, saved } = start(attention);
    const keeper = open();
    keeper.keepIds(before, saved);
    assert.deepEqual(idsOf(keeper.keepIds(rewritten, saved)), ['list--explain-heads']);
    const [offer] = keeper.offersOf('list');
    assert.ok(offer);
    assert.deepEqual(offer, {
      oldId: attention,
      oldTitle: 'What is attention for?',
      newId: 'list--explain-heads',
      newTitle: 'Explain heads',
    });
    keeper.answer('list', offer, true);
    assert.deepEqual(idsOf(keeper.keepIds(rewritten, saved)), [attention]);
    assert.deepEqual(keeper.offersOf('list'), []);
    assert.deepEqual(idsOf(open().keepIds(rewritten, saved)), [attention]);
  });

  it('are kept when somebody says so after the new one was studied', () => {
    const { kept, open, saved, history, hasHistory } = start(attention);
    const keeper = open();
    keeper.keepIds(before, saved);
    keeper.keepIds(rewritten, saved);
    const [offer] = keeper.offersOf('list');
    assert.ok(offer);
    history.add('list--explain-heads');
    keeper.remember(hasHistory);
    keeper.answer('list', offer, true);
    assert.deepEqual(idsOf(keeper.keepIds(rewritten, saved)), [attention]);
    assert.deepEqual(knownIn(kept), [attention]);
    assert.deepEqual(idsOf(open().keepIds(rewritten, saved)), [attention]);
  });

  it('are not offered again when somebody said no', () => {
    const { open, saved } = start(attention);
    const keeper = open();
    keeper.keepIds(before, saved);
    keeper.keepIds(rewritten, saved);
    const [offer] = keeper.offersOf('list');
    assert.ok(offer);
    keeper.answer('list', offer, false);
    const next = open();
    assert.deepEqual(idsOf(next.keepIds(rewritten, saved)), ['list--explain-heads']);
    assert.deepEqual(next.offersOf('list'), []);
  });

  it('are the same, whatever is read twice', () => {
    const { kept, open, saved } = start(attention);
    open().keepIds(before, saved);
    const first = open().keepIds(after, saved);
    const written = JSON.stringify([...kept]);
    assert.deepEqual(open().keepIds(after, saved), first);
    assert.equal(JSON.stringify([...kept]), written);
  });
});
