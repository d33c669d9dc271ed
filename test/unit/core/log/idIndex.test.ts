import assert from 'node:assert/strict';
import { hashOf } from '../../../../src/core/log/checksum';
import { createIdIndex } from '../../../../src/core/log/idIndex';
import { createRandom } from '../../random';

const text = (number: number) => number.toString(36).padStart(8, '0');

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

  it('finds ids that were made to collide', () => {
    const index = createIdIndex();
    const colliding = Array.from({ length: 400_000 }, (_, number) => text(number)).filter(
      (id) => (hashOf(id) & 0x7ff) === 5,
    );
    const numbers = colliding.map((id) => index.add(id));
    assert.ok(colliding.length > 100);
    assert.deepEqual(
      [numbers, colliding.map((id) => index.find(id)), index.find(text(0))],
      [[...colliding.keys()], [...colliding.keys()], -1],
    );
  });
});
