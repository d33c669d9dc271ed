import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Locked {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** Where Node would look for a package that another one needs: beside it, then further up. */
function isLocked(needed: string, by: string): boolean {
  const folders = by
    .split('/node_modules/')
    .map((_, depth, all) => all.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...folders].some((folder) =>
    Object.hasOwn(packages, `${folder === '' ? '' : `${folder}/`}node_modules/${needed}`),
  );
}

describe('the lock file', () => {
  it("has every package that another one needs, those for other machines' platforms too", () => {
    const missing = Object.entries(packages).flatMap(([by, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).filter((needed) => !isLocked(needed, by)),
    );
    assert.deepEqual([...new Set(missing)], []);
  });

  it('names no host', () => {
    const hosts = Object.values(packages).filter(({ resolved }) => resolved?.includes('://') === true);
    assert.deepEqual(hosts, []);
  });
});
