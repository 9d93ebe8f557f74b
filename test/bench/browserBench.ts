/** Like the browser tests, but printing figures instead of passing. */
import type { PlaywrightTestConfig } from '@playwright/test';
import browserTests from '../../playwright.config.ts';

// Which spec goes with which is the browser tests' own affair.
const { projects: _, ...forAnyTest } = browserTests;

/** What is measured has the machine to itself. */
export const browserBench: PlaywrightTestConfig = {
  ...forAnyTest,
  testDir: '.',
  outputDir: '../../../test-results',
  workers: 1,
};
