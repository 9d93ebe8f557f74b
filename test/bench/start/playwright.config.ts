import { defineConfig } from '@playwright/test';
import { browserBench } from '../browserBench.ts';

/** `npm run bench:start` */
export default defineConfig({
  ...browserBench,
  timeout: 5 * 60_000,
});
