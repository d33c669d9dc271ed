// All journeys in one bundle, since they share one browser; `tests` stands for every test/e2e/*.test.ts.
import { closeBrowser } from './browser';
import { closeOpenWorkbenches, screenshotOpenWorkbenches } from './workbench';
import 'tests';

/** A journey's steps build on each other: after one that failed, which is what counts, the rest would only wait in vain. */
beforeEach(function () {
  if (this.currentTest?.parent?.tests.some((test) => test.isFailed())) this.skip();
});

afterEach(async function () {
  if (this.currentTest?.isFailed()) await screenshotOpenWorkbenches(`failed ${this.currentTest.fullTitle()}`);
});

after(async () => {
  await closeOpenWorkbenches();
  await closeBrowser();
});
