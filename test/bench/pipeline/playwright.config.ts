import { defineConfig } from '@playwright/test';
import browserTests from '../../../playwright.config.ts';

/** Which spec goes with which is the browser tests' own affair. */
const { projects: _, ...forAnyTest } = browserTests;

/** `npm run bench:pipeline`: like the browser tests, but printing figures instead of passing. */
export default defineConfig({
  ...forAnyTest,
  testDir: '.',
  outputDir: '../../../test-results',
  // What is measured has the machine to itself.
  workers: 1,
  timeout: 15 * 60_000,
  globalTimeout: 40 * 60_000,
});
