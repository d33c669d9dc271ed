/**
 * A mocha reporter for a place without files and terminal: each line goes to the console behind `[mocha] `, from
 * where test/support picks it up, the result last as `[mocha:result] {"passed":…,"failed":…}`.
 */
export const reportToConsole = function (runner: Mocha.Runner) {
  report(runner);
} as unknown as Mocha.ReporterConstructor;

function report(runner: Mocha.Runner): void {
  let depth = 0;
  let passed = 0;
  const failures: string[] = [];
  const print = (line: string) => {
    for (const part of line.split('\n')) console.log(`[mocha] ${'  '.repeat(depth)}${part}`);
  };
  runner.on('suite', ({ title, root }) => {
    if (!root) print(title);
    depth++;
  });
  runner.on('suite end', () => depth--);
  runner.on('pass', ({ title, duration = 0 }) => {
    passed++;
    print(`✔ ${title} (${String(duration)}ms)`);
  });
  runner.on('pending', ({ title }) => {
    print(`- ${title}`);
  });
  runner.on('fail', (test, error: unknown) => {
    print(`${String(failures.length + 1)}) ${test.title}`);
    failures.push(`${String(failures.length + 1)}) ${test.fullTitle()}\n${describe(error)}\n`);
  });
  runner.on('end', () => {
    depth = 0;
    failures.forEach(print);
    console.log(`[mocha:result] ${JSON.stringify({ passed, failed: failures.length })}`);
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
