import assert from 'node:assert/strict';
import { pause, waitAtMost } from '../../../src/platform/timers';

describe('work that is waited for', () => {
  it('is waited for until it is done', async () => {
    let wasLate: boolean | undefined;
    await waitAtMost(60_000, async (isLate) => {
      await pause();
      wasLate = isLate();
    });
    assert.equal(wasLate, false);
  });

  it('is waited for no longer than said, and knows so', async () => {
    let askLate: () => boolean = () => false;
    await waitAtMost(5, (isLate) => {
      askLate = isLate;
      return new Promise(() => undefined);
    });
    assert.equal(askLate(), true);
  });
});
