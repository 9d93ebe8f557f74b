import type { Page, Worker } from '@playwright/test';

/** By its file: service worker and virtual board are workers, too. */
export const ANALYSIS_WORKER_URL = /analysis\.worker/;

const isAnalysisWorker = (worker: Worker) => ANALYSIS_WORKER_URL.test(worker.url());

/** The analysis worker of a page that has been loaded. */
export function analysisWorkerOf(page: Page): Worker {
  const worker = page.workers().find(isAnalysisWorker);
  if (!worker) throw new Error('The page has no analysis worker.');
  return worker;
}

/** The analysis worker of a page that is being loaded. */
export function analysisWorkerStarting(page: Page): Promise<Worker> {
  return page.waitForEvent('worker', isAnalysisWorker);
}
