import { defineConfig } from '@playwright/test';
import browserTests from '../../../playwright.config.ts';

/** Like the browser tests, but printing figures instead of passing. */
export default defineConfig({
  ...browserTests,
  testDir: '.',
  outputDir: '../../../test-results',
  timeout: 10 * 60_000,
  globalTimeout: 20 * 60_000,
});
