import { defineConfig } from '@playwright/test';
import browserTests from '../../../playwright.config.ts';

/** `npm run bench:slider`: like the browser tests, but printing figures instead of passing. */
export default defineConfig({
  ...browserTests,
  testDir: '.',
  outputDir: '../../../test-results',
  timeout: 5 * 60_000,
});
