import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseExport } from '../../../../src/core/log/exportImport';
import { parseLogText } from '../../../../src/core/log/logText';
import { createReplay } from '../../../../src/core/log/replay';
import type { QuestionState } from '../../../../src/core/log/studyState';

/** What the fixture beside it leads to. */
interface Expected {
  readonly questions: readonly QuestionState[];
  /** `3 damaged`: the line and why it is set aside. */
  readonly setAside: readonly string[];
  /** Ids under which events differ. */
  readonly conflicts: readonly string[];
}

const folder = 'test/fixtures/logs';
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.jsonl'),
);

function load(name: string): Expected {
  const { events, setAside } = parseLogText(readFileSync(`${folder}/${name}`, 'utf8'), name);
  const replay = createReplay();
  replay.add(events);
  return {
    questions: [...replay.state.questions.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    setAside: setAside.map(({ line, reason }) => `${line} ${reason}`),
    conflicts: [...replay.conflicts],
  };
}

describe('a log that a version has written', () => {
  for (const name of names) {
    it(`${name} is read for ever, to the same state`, () => {
      const expected = readFileSync(`${folder}/${name.replace('.jsonl', '.expected.json')}`, 'utf8');
      assert.deepEqual(load(name), JSON.parse(expected));
    });
  }
});

describe('the document of the study log', () => {
  const document = readFileSync('docs/study-log.md', 'utf8');
  const blocks = (language: string) =>
    [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(
      ([, text = '']) => text,
    );

  it('has an example of every type, and each is an event', () => {
    const { events, setAside } = parseLogText(blocks('jsonl').join(''), 'examples');
    const types = [...new Set(events.map(({ type }) => type))].sort();
    assert.deepEqual(setAside, []);
    assert.deepEqual(types.join(), 'bookmarked,buried,noted,reset,resumed,reviewed,seen,suspended,undone');
  });

  it('has an export that can be imported', () => {
    assert.deepEqual(
      blocks('json').map((text) => 'events' in parseExport(text)),
      [true],
    );
  });
});
