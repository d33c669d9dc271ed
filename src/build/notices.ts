import type { Metafile } from 'esbuild';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Something by others that the extension carries, and the whole text of its licences. */
interface Notice {
  /** Name and version. */
  readonly title: string;
  /** As its author names it, such as `MIT`. */
  readonly licence: string;
  readonly text: string;
}

/** MathJax is in no bundle, but the formulas in the bank are drawn with the outlines of its fonts. */
const drawnWith = 'node_modules/@mathjax/src';

/** The text of THIRD_PARTY_NOTICES.txt, for everything that these builds put into a file. */
export function createNotices(metafiles: readonly Metafile[]): string {
  const packages = [...findBundledPackages(metafiles), drawnWith].map(readNotice);
  // The package of KaTeX holds the licence of its code only.
  const text = readText('src/build/licences/katex-fonts.txt');
  return renderNotices([...packages, { title: 'KaTeX fonts', licence: 'OFL-1.1', text }]);
}

/** The folders of packages of which at least one byte got into an output. */
export function findBundledPackages(metafiles: readonly Metafile[]): string[] {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.entries(output.inputs)),
  );
  const folders = inputs.flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput === 0 ? [] : (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  return [...new Set(folders)].sort();
}

/** Throws where a package has no file with its licence. */
function readNotice(folder: string): Notice {
  const { name, version, license } = JSON.parse(readText(path.join(folder, 'package.json'))) as {
    name: string;
    version: string;
    license: string;
  };
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file));
  if (files.length === 0) throw new Error(`${folder} has no file with its licence. Look for it by hand.`);
  return {
    title: `${name} ${version}`,
    licence: license.replace(/^\((.*)\)$/, '$1'),
    text: files.map((file) => readText(path.join(folder, file))).join('\n\n'),
  };
}

function renderNotices(notices: readonly Notice[]): string {
  const contents = notices.map(({ title, licence }) => `  ${title}: ${licence}`);
  const parts = notices.map(({ title, text }) => {
    const rule = '='.repeat(title.length);
    return `${rule}\n${title}\n${rule}\n\n${text}\n`;
  });
  return `This extension carries software and fonts by others:\n\n${contents.join('\n')}\n\n${parts.join('\n')}`;
}

/** Without the blank lines at its ends. */
function readText(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\r\n/g, '\n')
    .replace(/^\n+|\s+$/g, '');
}
