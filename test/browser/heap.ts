import type { CDPSession, Page } from '@playwright/test';
import { ANALYSIS_WORKER_URL } from './analysisWorker.ts';

/** Bytes in use, typed arrays included, after a collection. */
export interface Heaps {
  readonly page: number;
  readonly analysisWorker: number;
}

/** Bytes in use by the page and by its analysis worker. */
export async function heapBytes(page: Page): Promise<number> {
  const heaps = await heapsOf(page);
  return heaps.page + heaps.analysisWorker;
}

export async function heapsOf(page: Page): Promise<Heaps> {
  const cdp = await page.context().newCDPSession(page);
  const worker = await attachToWorker(cdp, ANALYSIS_WORKER_URL);
  const heaps = {
    page: await collectedBytes(async (method) => cdp.send(method)),
    analysisWorker: await collectedBytes(worker),
  };
  await cdp.detach();
  return heaps;
}

type Method = 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage';
type Answer = Record<string, number> | undefined;

async function collectedBytes(ask: (method: Method) => Promise<unknown>): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  const answer = (await ask('Runtime.getHeapUsage')) as Answer;
  const { usedSize = Number.NaN, backingStorageSize = Number.NaN } = answer ?? {};
  return usedSize + backingStorageSize;
}

/** The way to ask one worker; service worker and virtual board attach as well, in any order. */
async function attachToWorker(
  cdp: CDPSession,
  url: RegExp,
): Promise<(method: Method) => Promise<Answer>> {
  const attached = new Promise<string>((resolve) => {
    cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker' && url.test(targetInfo.url)) resolve(sessionId);
    });
  });
  await cdp.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  let lastId = 0;
  return async (method) => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise<Answer>((resolve) => {
      cdp.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
        const reply: { id?: number; result?: Answer } = JSON.parse(message);
        if (from === sessionId && reply.id === id) resolve(reply.result);
      });
    });
    await cdp.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method }),
    });
    return answer;
  };
}
