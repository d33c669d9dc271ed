import assert from 'node:assert/strict';
import { createNameTable } from '../../../../src/core/log/nameTable';

describe('a table of names', () => {
  it('gives the name that stands there, whatever stood at its place before', () => {
    const names = createNameTable(1);
    const text = 'attention,bert,attention';
    const found = [
      [0, 9],
      [10, 14],
      [15, 24],
    ].map(([start = 0, end = 0]) => names.find(text, start, end, 7));
    assert.deepEqual(found, ['attention', 'bert', 'attention']);
  });

  it('tells apart a name and its start', () => {
    const names = createNameTable(1);
    assert.equal(names.find('rope-scaling', 0, 12, 1), 'rope-scaling');
    assert.equal(names.find('rope-scaling', 0, 4, 1), 'rope');
  });
});
