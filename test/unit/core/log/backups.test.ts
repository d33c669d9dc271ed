import assert from 'node:assert/strict';
import { backupName, parseBackupName, planBackups } from '../../../../src/core/log/backups';
import { createRandom } from '../../random';
import { DAY, HOUR, MINUTE, MONDAY } from './samples';

const changed = { hasChanged: true };

/** What is there after a back-up was planned at each of these times, and done. */
function backUp(times: readonly number[]): readonly string[] {
  return times.reduce<readonly string[]>((names, now) => {
    const { create, remove } = planBackups(names, now, changed);
    return [...names, ...(create === undefined ? [] : [create])].filter((name) => !remove.includes(name));
  }, []);
}

const ages = (names: readonly string[], now: number) =>
  names.map((name) => (now - (parseBackupName(name)?.at ?? 0)) / DAY).sort((a, b) => a - b);

describe('a back-up', () => {
  it('is named after its time, and what it was made before', () => {
    assert.deepEqual(
      [backupName(MONDAY), backupName(MONDAY, 'import')],
      ['study-log-20261123T160000Z.jsonl', 'study-log-20261123T160000Z-before-import.jsonl'],
    );
    assert.deepEqual(parseBackupName(backupName(MONDAY, 'import')), { at: MONDAY, before: 'import' });
  });

  it('is made once an hour', () => {
    assert.equal(backUp([MONDAY, MONDAY + 59 * MINUTE, MONDAY + 60 * MINUTE]).length, 2);
  });

  it('is not made while nothing changes', () => {
    assert.deepEqual(planBackups([], MONDAY, { hasChanged: false }), { remove: [] });
  });

  it('is made at once where it is forced', () => {
    const names = [backupName(MONDAY)];
    const forced = { hasChanged: false, before: 'reset' } as const;
    assert.equal(
      planBackups(names, MONDAY + 1000, forced).create,
      'study-log-20261123T160001Z-before-reset.jsonl',
    );
  });

  it('is made once an hour, too, where a clock was ahead', () => {
    const [ahead, now] = [backupName(MONDAY + 9 * DAY), backupName(MONDAY)];
    assert.deepEqual(planBackups([ahead, now], MONDAY + MINUTE, changed), { remove: [] });
  });

  it('stays for good when it is the last one', () => {
    assert.deepEqual(planBackups([backupName(MONDAY)], MONDAY + 900 * DAY, { hasChanged: false }).remove, []);
  });

  it('stays for a month where it was forced', () => {
    const names = [backupName(MONDAY, 'import'), backupName(MONDAY + 40 * DAY)];
    const remove = [29, 90].map((days) => planBackups(names, MONDAY + days * DAY, changed).remove);
    assert.deepEqual(remove, [[], [names[0]]]);
  });

  it('of another program is left alone', () => {
    assert.deepEqual(
      planBackups(['study-log-20261123.jsonl', 'notes.txt'], MONDAY + 900 * DAY, changed).remove,
      [],
    );
  });
});

describe('a year of back-ups', () => {
  const random = createRandom(20261203);
  const hours = Array.from({ length: 365 * 24 }, (_, hour) => MONDAY + hour * HOUR).filter(
    () => random() < 0.5,
  );
  const now = hours.at(-1) ?? 0;
  const kept = ages(backUp(hours), now);

  it('is the last day’s, one of each day of a week and one of each of eight weeks', () => {
    assert.equal(kept.filter((age) => age < 1).length, hours.filter((at) => now - at < DAY).length);
    const older = kept.filter((age) => age >= 1);
    assert.ok(older.length >= 11 && older.length <= 14, older.join(' '));
  });

  it('has no gap of more than a week', () => {
    const gaps = kept.slice(1).map((age, place) => age - (kept[place] ?? 0));
    assert.deepEqual([gaps.filter((gap) => gap > 7.5), (kept.at(-1) ?? 0) > 42], [[], true]);
  });
});
