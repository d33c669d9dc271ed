import assert from 'node:assert/strict';
import { parseYaml } from '../../../src/build/yamlFile';

const text = ['title: |', '  Two', '  lines', 'terms: [a, b]', 'related:', '  - c', '  - { d: 1 }'].join(
  '\n',
);

function lineOf(...path: (string | number)[]) {
  const yaml = parseYaml(text, (line, message) => assert.fail(`${line}: ${message}`), 2);
  return yaml?.lineOf(path);
}

describe('the line of a value in YAML', () => {
  const places: readonly (readonly [fact: string, path: readonly (string | number)[], line: number])[] = [
    ['is the first one for the whole', [], 2],
    ['is that of a field, even if its value begins below', ['title'], 2],
    ['is that of a field whose value is a list', ['related'], 6],
    ['is that of an item in a line', ['terms', 1], 5],
    ['is that of an item of its own line', ['related', 0], 7],
    ['is that of a field of an item', ['related', 1, 'd'], 8],
    ['is that of the whole for a field that is not there', ['level'], 2],
    ['is that of the list for an item that is not there', ['related', 5], 6],
  ];
  for (const [fact, path, line] of places) {
    it(fact, () => assert.equal(lineOf(...path), line));
  }
});
