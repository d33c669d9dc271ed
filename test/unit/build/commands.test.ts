import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TopicFormulas } from '../../../src/core/bank/bankFiles';
import { inCheckout } from '../../support/paths';

describe('in a folder with a bank', () => {
  let folder: string;

  /** Runs a command in a folder with the sound bank. */
  function runCommand(name: string, ...options: string[]) {
    const command = inCheckout('out', 'build', `${name}.mjs`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...options], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'bank-'));
    cpSync(inCheckout('test', 'fixtures', 'bank'), path.join(folder, 'questions'), { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('the bank command', () => {
    const run = (...options: string[]) => runCommand('bankCommand', ...options);
    const useFault = (name: string) =>
      cpSync(inCheckout('test', 'fixtures', 'faults', name), path.join(folder, 'questions'), {
        recursive: true,
      });

    const edit = (name: string, before: string, after: string) => {
      const file = path.join(folder, 'questions', name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
    };

    it('prints counts', () => {
      assert.match(run().stdout, /^3 questions of 5 planned\n/);
    });

    it('writes the bank with its formulas as pictures that need nothing else', () => {
      assert.deepEqual(run('--quiet', '--write', 'bank'), { status: 0, stdout: '', stderr: '' });
      const text = readFileSync(path.join(folder, 'bank', 'letters.formulas.json'), 'utf8');
      const [formula] = (JSON.parse(text) as TopicFormulas)['alpha'] ?? [];
      assert.equal(formula?.tex, '\\alpha < \\beta');
      assert.match(
        formula.svg,
        /^<svg [^>]*width="\d+px" height="\d+px"[\s\S]*fill="currentColor"[\s\S]*<\/svg>$/,
      );
      assert.doesNotMatch(formula.svg, /<(?:use|image|style|script|text)\b| (?:style|class|href)=/);
    });

    it('prints faults, says so with its exit code, and leaves the bank that was there', () => {
      run('--write', 'bank');
      useFault('level-unknown');
      const { status, stderr } = run('--write', 'bank');
      assert.equal(status, 1);
      assert.match(
        stderr,
        /^questions\/letters\/beta\.md:3: .*\n\nThe bank has a fault; nothing was written\.\n$/,
      );
      assert.equal(existsSync(path.join(folder, 'bank', 'index.json')), true);
    });

    it('prints warnings, and is content', () => {
      useFault('answer-long');
      const { status, stdout } = run();
      assert.equal(status, 0);
      assert.match(stdout, /^questions\/letters\/beta\.md:8: .*\(a warning\)\n/);
    });

    it('refuses a formula that only the pages could show', () => {
      edit('letters/alpha.md', '\\alpha < \\beta', '\\cancel{\\beta}');
      const { status, stderr } = run();
      assert.equal(status, 1);
      assert.match(
        stderr,
        /^questions\/letters\/alpha\.md:14: MathJax.*Undefined control sequence \\cancel\./,
      );
    });
  });

  describe('the search command', () => {
    const run = (query: string) => runCommand('searchCommand', query);

    it('prints the ids of what is found, the best first', () => {
      runCommand('bankCommand', '--write', 'dist/bank');
      const { status, stdout } = run('phoenician aleph');
      assert.equal(status, 0);
      assert.match(stdout, /^alpha\n/);
    });

    it('says what to do where there is no built bank, or no query', () => {
      const unbuilt = run('alpha');
      runCommand('bankCommand', '--write', 'dist/bank');
      const empty = run(' ');
      assert.deepEqual([unbuilt.status, empty.status], [1, 1]);
      assert.match(unbuilt.stderr, /Run "npm run build" first/);
      assert.match(empty.stderr, /There is no query\. Run: /);
    });
  });

  describe('the deck command', () => {
    const run = (...options: string[]) => runCommand('deckCommand', ...options);
    interface Description {
      readonly questions: readonly Readonly<Record<string, unknown>>[];
      readonly skipped: readonly Readonly<Record<string, unknown>>[];
    }

    it('prints what is read of a folder or a file, each question with the line of its words', () => {
      const text =
        '# Quiz\n\n## Question 1\n\n**What is a token?**\n\n- A) a word\n- B) a piece\n\n**Answer: B**\n';
      writeFileSync(path.join(folder, 'quiz.md'), `${text}\n## Question 2\n\n**What is a merge?**\n\nTODO\n`);
      const { status, stdout, stderr } = run('quiz.md');
      assert.deepEqual([status, stderr], [0, '']);
      const { questions, skipped } = JSON.parse(stdout) as Description;
      assert.deepEqual(
        questions.map(({ title, topic, answered, file, line }) => ({ title, topic, answered, file, line })),
        [
          { title: 'What is a token?', topic: 'Quiz', answered: true, file: 'quiz.md', line: 5 },
          { title: 'What is a merge?', topic: 'Quiz', answered: false, file: 'quiz.md', line: 14 },
        ],
      );
      assert.deepEqual(questions[0]?.['options'], [
        { letter: 'A', text: 'a word', right: false },
        { letter: 'B', text: 'a piece', right: true },
      ]);
      assert.deepEqual(skipped, [{ file: 'quiz.md', line: 1, reason: 'heading' }]);
      assert.equal((JSON.parse(run('.').stdout) as Description).questions.length > 2, true);
    });

    it('says what can’t be read, and so does its exit code', () => {
      const [missing, none] = [run('nowhere'), run()];
      assert.deepEqual([missing.status, none.status], [1, 1]);
      assert.match(missing.stderr, /^nowhere can't be read: .* Give a folder or a file\.\n$/);
      assert.match(none.stderr, /^There is no path\. Run: npm run --silent deck -- PATH\n$/);
    });
  });
});
