import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import {
  APP_ORIGIN,
  APP_PORT,
  CHROMIUM_FLAGS,
  CHROMIUM_PATH,
  CONTRACT_ORIGIN,
} from './test/browser/chromium.ts';

const SPECS = 'test/browser';

/** Those that plug a board in: one at a time, since the machine has one socket. */
const withSocket = readdirSync(SPECS)
  .filter((file) => file.endsWith('.spec.ts'))
  .filter((file) => readFileSync(`${SPECS}/${file}`, 'utf8').includes('serialTest'))
  .map((file) => `**/${file}`);
/**
 * Those that wait for half a minute and more until a board has learned: one after another beside the
 * others, which fill the time. Nothing waits for their end, and nothing is left out when one fails.
 */
const waiting = ['explained', 'disturbances', 'tour', 'tourNames', 'offline'].map(
  (name) => `**/${name}.spec.ts`,
);

/** The built app in `dist/`, in Debian's Chromium. */
export default defineConfig({
  testDir: SPECS,
  outputDir: 'test-results',
  // As many as there are processors: boards that are emulated beside them must keep their time.
  workers: 2,
  projects: [
    { name: 'waiting', testMatch: waiting, workers: 1 },
    { name: 'socket', testMatch: withSocket, workers: 1 },
    { name: 'page', testIgnore: [...waiting, ...withSocket] },
  ],
  // The mock USB tree locks up a browser now and then; what needs another try is listed as flaky.
  retries: process.env.CI ? 2 : 0,
  forbidOnly: true,
  timeout: 100_000,
  globalTimeout: 28 * 60_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: APP_ORIGIN,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM_PATH, args: CHROMIUM_FLAGS },
  },
  webServer: [
    {
      command: `node node_modules/vite/bin/vite.js preview --port ${APP_PORT} --strictPort`,
      url: APP_ORIGIN,
      cwd: process.cwd(),
      timeout: 30_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
    },
    {
      command: 'node node_modules/vite/bin/vite.js --config test/browser/contract/vite.config.ts',
      url: CONTRACT_ORIGIN,
      cwd: process.cwd(),
      timeout: 30_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
    },
  ],
});
