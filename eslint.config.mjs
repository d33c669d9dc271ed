import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const message = 'This layer may not import that: see the table in ARCHITECTURE.md.';
const node = [
  ...'assert child_process crypto fs os path process url util v8'.split(' '),
  'fs/promises',
].flatMap((name) => [name, `node:${name}`]);
const libraries = 'dompurify fuse.js highlight.js katex markdown-it ts-fsrs yaml'.split(' ');

/** A layer, the modules that it may not import, and where a library has its one wrapping file. */
function wall(files, { layers = [], modules = [], except = [] }) {
  return {
    files,
    ignores: except,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: modules.map((name) => ({ name, message })),
          patterns: [
            ...layers.map((layer) => ({ regex: `^(\\.\\./)+${layer}(/|$)`, message })),
            ...modules.map((name) => ({ group: [`${name}/*`], message })),
          ],
        },
      ],
    },
  };
}

const without = (...names) => libraries.filter((name) => !names.includes(name));
const features = readdirSync('src/features', { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The import table of ARCHITECTURE.md, as far as the compiler's project references can't hold it. */
export const walls = [
  wall(['src/core/**/*.ts'], {
    layers: ['protocol', 'platform', 'features', 'webview', 'build'],
    modules: ['vscode', ...node, ...libraries],
    except: ['src/core/search/fuse.ts', 'src/core/schedule/fsrs.ts', 'src/core/decks/yaml.ts'],
  }),
  wall(['src/core/search/fuse.ts'], { modules: ['vscode', ...node, ...without('fuse.js')] }),
  wall(['src/core/schedule/fsrs.ts'], { modules: ['vscode', ...node, ...without('ts-fsrs')] }),
  wall(['src/core/decks/yaml.ts'], { modules: ['vscode', ...node, ...without('yaml')] }),
  wall(['src/protocol/**/*.ts'], {
    layers: ['platform', 'features', 'webview', 'build'],
    modules: ['vscode', ...node, ...libraries],
  }),
  wall(['src/platform/**/*.ts'], {
    layers: ['features', 'webview', 'build'],
    modules: [...node, ...libraries],
    except: ['src/platform/disk/diskFolder.ts', 'src/platform/markdownHtml.ts', 'src/platform/tex/lazy.ts'],
  }),
  // Anki takes HTML. An export is asked for, and its chunk is loaded then.
  wall(['src/platform/markdownHtml.ts'], {
    layers: ['features', 'webview', 'build'],
    modules: [...node, ...without('markdown-it')],
  }),
  wall(['src/platform/disk/diskFolder.ts'], {
    layers: ['platform', 'features', 'webview', 'build'],
    modules: ['vscode', ...libraries],
  }),
  // Whether KaTeX refuses a formula of a deck is asked without a page: its parser alone, in a chunk of its own.
  wall(['src/platform/tex/lazy.ts'], {
    layers: ['features', 'webview', 'build'],
    modules: ['vscode', ...node, ...without('katex')],
  }),
  ...features.map(({ name }) =>
    wall([`src/features/${name}/**/*.ts`], {
      layers: [
        'webview',
        'build',
        ...features.filter((other) => other.name !== name).map((other) => other.name),
      ],
      modules: [...node, ...libraries],
    }),
  ),
  wall(['src/webview/**/*.ts'], {
    layers: ['platform', 'features', 'build'],
    modules: ['vscode', ...node, ...without('dompurify', 'highlight.js', 'katex', 'markdown-it')],
  }),
  wall(['src/build/**/*.ts'], { layers: ['platform', 'features', 'webview'], modules: ['vscode'] }),
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/', 'questions/', 'test/fixtures/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { noInlineConfig: true },
    rules: {
      // Our objects are closures: no method reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: false }],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-restricted-syntax': ['error', { selector: 'ForInStatement', message: 'Use Object.entries.' }],
    },
  },
  {
    // It runs files of the extension's own, the way the host runs the main one.
    files: ['src/platform/requireChunk.web.ts'],
    rules: { '@typescript-eslint/no-implied-eval': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['it', 'describe', 'before', 'after', 'beforeEach', 'afterEach'],
              package: 'mocha',
            },
          ],
        },
      ],
    },
  },
  ...walls,
);
