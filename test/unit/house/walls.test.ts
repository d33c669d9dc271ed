import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import path from 'node:path';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

/** A wrong import each: where it stands and what it names. */
const wrongImports: readonly (readonly [file: string, imported: string])[] = [
  ['src/core/bank/x.ts', 'vscode'],
  ['src/core/bank/x.ts', 'node:fs'],
  ['src/core/bank/x.ts', 'fuse.js'],
  ['src/core/bank/x.ts', 'ts-fsrs'],
  ['src/core/schedule/fsrs.ts', 'fuse.js'],
  ['src/core/bank/x.ts', 'yaml'],
  ['src/core/bank/x.ts', '../../protocol/rpc'],
  ['src/core/bank/x.ts', '../../platform/files'],
  ['src/protocol/x.ts', 'vscode'],
  ['src/protocol/x.ts', '../platform/files'],
  ['src/protocol/x.ts', '../features/quiz/index'],
  ['src/platform/x.ts', 'node:path'],
  ['src/platform/x.ts', 'markdown-it'],
  ['src/platform/x.ts', 'katex'],
  ['src/platform/tex/lazy.ts', 'markdown-it'],
  ['src/platform/tex/lazy.ts', 'vscode'],
  ['src/platform/x.ts', '../features/quiz/index'],
  ['src/platform/markdownHtml.ts', 'katex'],
  ['src/platform/markdownHtml.ts', '../webview/markdown/parser'],
  ['src/features/quiz/x.ts', '../answer/index'],
  ['src/features/quiz/x.ts', '../../webview/element'],
  ['src/features/quiz/x.ts', '../../build/bankCommand'],
  ['src/features/quiz/x.ts', 'fuse.js'],
  ['src/features/quiz/x.ts', 'node:fs'],
  ['src/webview/x.ts', 'vscode'],
  ['src/webview/x.ts', 'fuse.js'],
  ['src/webview/x.ts', '../platform/files'],
  ['src/webview/x.ts', '../features/quiz/index'],
  ['src/build/x.ts', 'vscode'],
  ['src/build/x.ts', '../platform/files'],
];

/** A wrong use each of something global. */
const wrongGlobals: readonly (readonly [folder: string, code: string])[] = [
  ['src/core', 'document.title;'],
  ['src/core', 'process.cwd();'],
  ['src/protocol', 'window.name;'],
  ['src/protocol', 'process.cwd();'],
  ['src/platform', 'document.title;'],
  ['src/features', 'document.title;'],
  ['src/features', 'process.cwd();'],
  ['src/webview', 'process.cwd();'],
];

describe('the walls between layers', () => {
  let eslint: ESLint;

  before(async () => {
    const { walls } = (await import(path.resolve('eslint.config.mjs'))) as { walls: object[] };
    eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [
        { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as object } },
        ...walls,
      ] as never,
    });
  });

  for (const [file, imported] of wrongImports) {
    it(`refuse ${imported} in ${path.dirname(file)}`, async () => {
      const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath: path.resolve(file) });
      assert.deepEqual(
        result?.messages.map(({ ruleId }) => ruleId),
        ['no-restricted-imports'],
      );
    });
  }

  it('let a layer import what it may', async () => {
    const allowed = [
      ['src/core/search/fuse.ts', 'fuse.js'],
      ['src/protocol/x.ts', '../core/bank/question'],
      ['src/platform/x.ts', 'vscode'],
      ['src/platform/markdownHtml.ts', 'markdown-it'],
      ['src/platform/tex/lazy.ts', 'katex'],
      ['src/features/quiz/x.ts', '../../platform/services'],
      ['src/webview/markdown/math.ts', 'katex'],
      ['src/build/x.ts', 'node:fs'],
    ];
    for (const [file = '', imported = ''] of allowed) {
      const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath: path.resolve(file) });
      assert.deepEqual(result?.messages, [], `${file} ← ${imported}`);
    }
  });

  for (const [folder, code] of wrongGlobals) {
    it(`refuse ${code} in ${folder}`, () => {
      assert.match(compileIn(folder, code).join('\n'), /Cannot find name|does not exist/);
    }).timeout(30_000);
  }
});

/** What the compiler says to a line of code, under the settings of a folder. */
function compileIn(folder: string, code: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.resolve(folder, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) =>
        assert.fail(ts.flattenDiagnosticMessageText(messageText, '\n')),
    },
  );
  const file = path.resolve(folder, 'wall-probe.ts');
  const options = {
    ...config?.options,
    composite: false,
    incremental: false,
    noEmit: true,
    emitDeclarationOnly: false,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, `export {};\n${code}\n`, version) : read(name, version);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
