/** Opens what will soon be free: a port whose board restarts, or which a page or worker just held. */
import type { FaultCode } from '../../board/fault.ts';
import type { OpenResult } from './links.ts';

const AGAIN_AFTER_MS = 300;
const PATIENCE_MS = 6000;
/** What may pass by itself. */
const PASSING: readonly FaultCode[] = ['busy', 'busy-here', 'gone'];

/** Tries again for some seconds before it says why it cannot be opened. */
export async function openPatiently(
  open: () => Promise<OpenResult>,
  wait: (ms: number) => Promise<void>,
): Promise<OpenResult> {
  for (let waitedMs = 0; ; waitedMs += AGAIN_AFTER_MS) {
    const opened = await open();
    const mayPass = !opened.ok && PASSING.includes(opened.fault.code);
    if (!mayPass || waitedMs >= PATIENCE_MS) return opened;
    await wait(AGAIN_AFTER_MS);
  }
}
