import { defineConfig } from '@playwright/test';
import browserTests from '../../playwright.config.ts';
import { GALLERY_ORIGIN } from '../browser/chromium.ts';

/** `npm run test:gallery`: every state of the page is looked at, without a board. */
export default defineConfig({
  ...browserTests,
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  use: { ...browserTests.use, baseURL: GALLERY_ORIGIN },
  webServer: {
    command: 'node node_modules/vite/bin/vite.js --config test/gallery/vite.config.ts',
    url: GALLERY_ORIGIN,
    cwd: process.cwd(),
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  },
});
