import type { Page } from '@playwright/test';

/** Bytes in use by the page and by its worker, typed arrays included, after a collection. */
export async function heapBytes(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const inPage = await cdp.send('Runtime.getHeapUsage');
  const attached = new Promise<string>((resolve) => {
    cdp.once('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId));
  });
  await cdp.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  const ask = async (id: number, method: string): Promise<Record<string, number>> => {
    const answer = new Promise<Record<string, number>>((resolve) => {
      cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
        const reply: { id?: number; result?: Record<string, number> } = JSON.parse(message);
        if (reply.id === id && reply.result) resolve(reply.result);
      });
    });
    await cdp.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method }),
    });
    return answer;
  };
  await ask(1, 'HeapProfiler.collectGarbage');
  const inWorker = await ask(2, 'Runtime.getHeapUsage');
  await cdp.detach();
  const total = ({ usedSize = Number.NaN, backingStorageSize = Number.NaN }) =>
    usedSize + backingStorageSize;
  return total(inPage) + total(inWorker);
}
