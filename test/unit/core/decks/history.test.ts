import assert from 'node:assert/strict';
import type { Deck, DeckFile } from '../../../../src/core/decks/deck';
import { createIdentityKeeper, type KeptIdentities } from '../../../../src/core/decks/identityKeeper';
import { createDeckChecker } from '../../../../src/core/decks/problems/deckChecker';
import { planFix } from '../../../../src/core/decks/problems/problem';
import { createDeckReader } from '../../../../src/core/decks/readDeck';

type Files = Readonly<Record<string, string>>;

/** A deck whose questions have all been studied, from its files to the ids, in one window. */
function study(before: Files) {
  const kept = new Map<string, KeptIdentities>();
  const keeper = createIdentityKeeper({
    load: (deck) => kept.get(deck),
    save: (deck, value) => kept.set(deck, value),
  });
  const history = new Set<string>();
  const reader = createDeckReader();
  const read = (files: Files) => {
    const deck = reader.read('notes', 'Notes', filesOf(files));
    return keeper.keepIds(deck, { hasHistory: (id) => history.has(id), isSaved: true });
  };
  const studyAll = ({ questions }: Deck) => {
    for (const { id } of questions) history.add(id);
    keeper.remember((id) => history.has(id));
  };
  const first = read(before);
  studyAll(first);
  return { first, read, studyAll };
}

function filesOf(files: Files): DeckFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** The id of each question, by a word of its answer, which stays as it is. */
function idsByAnswer({ questions }: Deck): Record<string, string> {
  return Object.fromEntries(
    questions.map(({ id, shortAnswer }) => [/^\w+/.exec(shortAnswer.trim())?.[0] ?? '', id]),
  );
}

/** Each file with the edits that its quick fixes for ids make. */
function fixIds(deck: Deck, files: Files): Files {
  const checker = createDeckChecker({ exists: () => undefined, texFault: () => undefined });
  for (const file of filesOf(files)) {
    const questions = deck.questions.filter(({ place }) => place.file === file.path);
    checker.update({ ...file, questions, skipped: [] });
  }
  return Object.fromEntries(
    filesOf(files).map(({ path, text }) => {
      const lines = text.split('\n');
      for (const problem of checker.check(path)) {
        const fix = problem.code === 'same-id' ? planFix(problem) : undefined;
        if (fix === undefined) continue;
        const { startLine: at, startCharacter, endCharacter } = fix.range;
        const line = lines[at] ?? '';
        lines[at] = line.slice(0, startCharacter) + fix.text + line.slice(endCharacter);
      }
      return [path, lines.join('\n')];
    }),
  );
}

const own = (title: string, id: string, answer: string) =>
  `---\ntitle: ${title}\nid: ${id}\nlevel: easy\n---\n\n${answer} is what it is about, and there is no more to it.\n`;
const asked = (title: string, answer: string) =>
  `## ${title}\n\n${answer} is what it is about, and there is no more to it.\n`;

describe('the history of a question', () => {
  for (const [one, other] of [
    ['q2.md', 'q10.md'],
    ['z.md', 'a/b.md'],
  ] as const) {
    it(`stays with it when the id that ${one} and ${other} share is mended`, () => {
      const files = { [one]: own('What is LoRA?', 'lora', 'First'), [other]: own('Why?', 'lora', 'Second') };
      const { first, read } = study(files);
      const fixed = fixIds(first, files);
      assert.deepEqual(
        Object.keys(files).filter((path) => files[path] !== fixed[path]),
        [other],
      );
      assert.deepEqual(idsByAnswer(read(fixed)), idsByAnswer(first));
    });
  }

  it('stays with it when another in front of it takes its id, and when that is mended', () => {
    const owner = own('Why is it low?', 'lora', 'Second');
    const { first, read, studyAll } = study({ 'q10.md': owner });
    const files = { 'q2.md': own('What is LoRA?', 'lora', 'First'), 'q10.md': owner };
    const both = read(files);
    assert.deepEqual(idsByAnswer(both), { First: 'notes--lora-2', ...idsByAnswer(first) });
    studyAll(both);
    assert.deepEqual(idsByAnswer(read(fixIds(both, files))), idsByAnswer(both));
  });

  it('stays with it when its file has another name, and another question that of its file', () => {
    const named = (title: string, answer: string) => own(title, '', answer).replace('id: \n', '');
    const { first, read } = study({ 'lora.md': named('What is LoRA?', 'First') });
    const next = read({
      'lora.md': named('When does it fail?', 'Second'),
      'low-rank.md': named('What is LoRA?', 'First'),
    });
    assert.deepEqual(idsByAnswer(next), { First: idsByAnswer(first)['First'], Second: 'notes--lora-2' });
  });

  it('stays with it when another gives itself the id that its title makes', () => {
    const titled = asked('What is LoRA?', 'First');
    const { first, read } = study({ 'q.md': titled });
    const next = read({ 'a.md': own('Low rank?', 'what-is-lora', 'Second'), 'q.md': titled });
    assert.deepEqual(idsByAnswer(next), { ...idsByAnswer(first), Second: 'notes--what-is-lora-2' });
  });

  const long = 'Why does a model that was trained on long texts of many kinds and languages';

  it('stays with it where long titles that begin alike change places', () => {
    const [one, other] = [asked(`${long} forget?`, 'First'), asked(`${long} remember?`, 'Second')];
    const { first, read } = study({ 'a.md': `${one}\n${other}` });
    assert.deepEqual(idsByAnswer(read({ 'a.md': `${other}\n${one}` })), idsByAnswer(first));
  });

  it('goes to no other whose long title begins alike when it is gone', () => {
    const [one, other] = [asked(`${long} forget?`, 'First'), asked(`${long} remember?`, 'Second')];
    const { first, read } = study({ 'a.md': one });
    const [id] = Object.values(idsByAnswer(first));
    assert.notEqual(idsByAnswer(read({ 'a.md': `${one}\n${other}` }))['Second'], id);
    assert.notEqual(idsByAnswer(read({ 'a.md': other }))['Second'], id);
  });

  it('stays with it where titles have no Latin letter and the first file has another name', () => {
    const [one, other] = [asked('什么是注意力机制?', 'First'), asked('什么是注意力机制?', 'Second')];
    const { first, read } = study({ 'a.md': one, 'b.md': other });
    assert.equal(new Set(Object.values(idsByAnswer(first))).size, 2);
    assert.deepEqual(idsByAnswer(read({ 'b.md': other, 'c.md': one })), idsByAnswer(first));
  });

  it('stays with it when it has an id of its own, whatever its title and file become', () => {
    const { first, read } = study({ 'a.md': own('What is LoRA?', 'lora', 'First') });
    assert.deepEqual(idsByAnswer(read({ 'b.md': own('How come?', 'lora', 'First') })), idsByAnswer(first));
  });
});
