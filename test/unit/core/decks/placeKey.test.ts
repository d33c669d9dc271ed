import assert from 'node:assert/strict';
import { foldNamesOn } from '../../../../src/core/decks/placeKey';

describe('names of files', () => {
  it('are one in either case, and however an accent is written, on Windows and macOS alone', () => {
    for (const platform of ['win32', 'darwin']) {
      const fold = foldNamesOn(platform);
      assert.equal(fold?.('/Users/Me/Cafe\u0301'), fold?.('/users/me/Caf\u00e9'));
      assert.notEqual(fold?.('/a'), fold?.('/b'));
    }
    for (const platform of ['linux', undefined]) assert.equal(foldNamesOn(platform), undefined);
  });
});
