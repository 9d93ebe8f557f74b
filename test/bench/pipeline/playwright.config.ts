import { defineConfig } from '@playwright/test';
import browserTests from '../../../playwright.config.ts';

/** `npm run bench:pipeline`: like the browser tests, but printing figures instead of passing. */
export default defineConfig({
  ...browserTests,
  testDir: '.',
  outputDir: '../../../test-results',
  timeout: 15 * 60_000,
  globalTimeout: 40 * 60_000,
});
