import assert from 'node:assert/strict';
import { createIdIndex } from '../../../../src/core/log/idIndex';
import { createRandom } from '../../random';

const text = (number: number) => number.toString(36).padStart(8, '0');

/** Texts of one FNV-1a hash would be as hard to make as they are to tell apart: so many of them that places run out. */
const many = 300_000;

describe('an index of ids', () => {
  it('numbers ids in the order of their coming, as a map would', () => {
    const random = createRandom(20261129);
    const [index, map] = [createIdIndex(), new Map<string, number>()];
    for (let round = 0; round < 20_000; round++) {
      const id = text(round < 500 ? round * 100 : Math.floor(random() * 60_000));
      if (!map.has(id)) map.set(id, map.size);
      assert.equal(index.add(id), map.get(id));
    }
    assert.deepEqual([index.size, index.find('missing')], [map.size, -1]);
  });

  it('finds every one of very many', () => {
    const index = createIdIndex(Array.from({ length: many }, (_, number) => text(number)));
    assert.equal(index.add('the-next-one'), many);
    for (let number = 0; number < many; number++) assert.equal(index.find(text(number)), number);
  });
});
