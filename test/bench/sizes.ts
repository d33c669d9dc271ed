import { readFileSync, readdirSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inCheckout } from '../support/paths';
import type { ReportRow } from './report';

const mostMainKiB = 20;
const mostPackageMB = 2.5;

/** What people download and what every start reads. */
export function benchSizes(report: ReportRow): void {
  const main = readFileSync(inCheckout('dist', 'desktop', 'extension.js'));
  report({
    what: 'main bundle',
    figure: formatSize(main),
    budget: `≤ ${mostMainKiB} KiB`,
    holds: main.length <= mostMainKiB * 1024,
  });
  const index = readFileSync(inCheckout('dist', 'bank', 'index.json'));
  report({ what: 'index of the bank', figure: formatSize(index) });
  const chunk = readFileSync(inCheckout('dist', 'desktop', 'search.js'));
  report({ what: 'search with Fuse.js, loaded on first use', figure: formatSize(chunk) });
  reportPackage(report);
}

/** The package that `npm run package` built last, if it did. */
function reportPackage(report: ReportRow): void {
  const budget = `≤ ${mostPackageMB} MB`;
  const packages = readdirSync(inCheckout()).filter((name) => name.endsWith('.vsix'));
  if (packages.length === 0) {
    report({ what: '.vsix', figure: 'not built: `npm run package` builds it', budget });
  }
  for (const name of packages) {
    const megabytes = statSync(inCheckout(name)).size / 1e6;
    report({
      what: name,
      figure: `${megabytes.toFixed(2)} MB`,
      budget,
      holds: megabytes <= mostPackageMB,
    });
  }
}

function formatSize(bytes: Buffer): string {
  const kib = (length: number) => (length / 1024).toFixed(1);
  return `${kib(bytes.length)} KiB (${kib(gzipSync(bytes).length)} KiB compressed)`;
}
