// All journeys in one bundle, since they share one browser; `tests` stands for every test/e2e/*.test.ts.
import { closeBrowser } from './browser';
import { closeOpenWorkbenches, screenshotOpenWorkbenches } from './workbench';
import 'tests';

/** A journey's steps build on each other: after one that failed, the rest would only wait in vain. */
beforeEach(function () {
  const failed = this.currentTest?.parent?.tests.find((test) => test.isFailed());
  if (failed) throw new Error(`A step before this one failed: ${failed.title}`);
});

afterEach(async function () {
  if (this.currentTest?.isFailed()) await screenshotOpenWorkbenches(`failed ${this.currentTest.fullTitle()}`);
});

after(async () => {
  await closeOpenWorkbenches();
  await closeBrowser();
});
