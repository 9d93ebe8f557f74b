import { defineConfig } from '@playwright/test';
import browserTests from '../../playwright.config.ts';
import { GALLERY_ORIGIN } from '../browser/chromium.ts';
import { TEST_MS } from '../thoroughness.ts';

const VITE = 'node node_modules/vite/bin/vite.js';
const CONFIG = '--config test/gallery/vite.config.ts';

/** `npm run test:gallery`: every state of the page is looked at, without a board. */
export default defineConfig({
  ...browserTests,
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  // A test looks at eight pictures; all of them take as long as they take on a busy machine.
  timeout: TEST_MS,
  globalTimeout: 0,
  use: { ...browserTests.use, baseURL: GALLERY_ORIGIN },
  webServer: {
    // Built once: of the sources each page would load some five hundred files.
    command: `${VITE} build ${CONFIG} --logLevel warn && exec ${VITE} preview ${CONFIG}`,
    url: GALLERY_ORIGIN,
    cwd: process.cwd(),
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  },
});
