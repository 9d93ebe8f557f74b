/** The measure that other tests and the benchmark rest on. */
import { analysisWorkerOf } from './analysisWorker.ts';
import { expect, test } from './fixtures.ts';
import { heapsOf } from './heap.ts';

const KEPT_BYTES = 64e6;

test('the heap that is measured is the analysis worker’s, whatever other workers there are', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const starting = page.waitForEvent('worker');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await starting;
  const before = await heapsOf(page);
  await analysisWorkerOf(page).evaluate((bytes) => {
    Reflect.set(globalThis, 'kept', new Uint8Array(bytes).fill(1));
  }, KEPT_BYTES);
  const after = await heapsOf(page);
  expect(after.analysisWorker - before.analysisWorker).toBeGreaterThan(KEPT_BYTES / 2);
  expect(after.page - before.page).toBeLessThan(KEPT_BYTES / 2);
});
