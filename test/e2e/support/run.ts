// All journeys in one bundle, since they share one browser; `tests` stands for every test/e2e/*.test.ts.
import { closeBrowser } from './browser';
import { closeOpenWorkbenches, screenshotOpenWorkbenches } from './workbench';
import 'tests';

afterEach(async function () {
  if (this.currentTest?.isFailed()) await screenshotOpenWorkbenches(`failed ${this.currentTest.fullTitle()}`);
});

after(async () => {
  await closeOpenWorkbenches();
  await closeBrowser();
});
