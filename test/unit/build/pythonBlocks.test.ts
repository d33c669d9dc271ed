import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readSourceFiles } from '../../../src/build/sourceFiles';
import { inCheckout } from '../../support/paths';

const longestRunMs = 20_000;

interface PythonBlock {
  /** `attention/softmax.md:41`, with the line of the fence that opens it. */
  readonly place: string;
  /** The block below as many empty lines as stand before it, so that a traceback names the file's own lines. */
  readonly code: string;
}

function findPythonBlocks(file: string, text: string): PythonBlock[] {
  const fences = text.matchAll(/^([ \t]*)(`{3,}|~{3,})([^\n]*)\n([\s\S]*?)^[ \t]*\2/gm);
  return [...fences].flatMap(({ 1: indent = '', 3: language = '', 4: code = '', index }) => {
    if (!/^\s*(?:python|py)\b/i.test(language)) return [];
    const line = text.slice(0, index).split('\n').length;
    return { place: `${file}:${line}`, code: '\n'.repeat(line) + code.replaceAll(`\n${indent}`, '\n') };
  });
}

/** The interpreter itself, since a wrapper before it may take longer than a block; `undefined` where there is none. */
function findPython(): string | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** What a block prints of its failure: nothing when it ends well. */
function runPython(python: string, { code }: PythonBlock): string {
  const { status, stderr, error } = spawnSync(python, ['-I', '-'], {
    input: code,
    encoding: 'utf8',
    timeout: longestRunMs,
  });
  if (error !== undefined) return `${error.message} (a block has ${longestRunMs / 1000} s)`;
  return status === 0 ? '' : stderr;
}

const blocks = [...readSourceFiles(inCheckout('questions'))].flatMap(([file, text]) =>
  findPythonBlocks(file, text),
);
const python = findPython();

describe('a Python block of a question runs with the standard library alone', () => {
  before(() => {
    if (python === undefined) console.log(`    There is no python3: ${blocks.length} blocks are not run.`);
  });

  it('and the questions have some', () => {
    assert.notEqual(blocks.length, 0);
  });

  for (const block of blocks) {
    it(block.place, function () {
      if (python === undefined) return this.skip();
      assert.equal(runPython(python, block), '');
    }).timeout(longestRunMs + 5_000);
  }
});
