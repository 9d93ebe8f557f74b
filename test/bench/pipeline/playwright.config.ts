import { defineConfig } from '@playwright/test';
import { browserBench } from '../browserBench.ts';

/** `npm run bench:pipeline` */
export default defineConfig({
  ...browserBench,
  timeout: 15 * 60_000,
  globalTimeout: 40 * 60_000,
});
