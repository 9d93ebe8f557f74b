/** Keeps the screen on: the browser lets go of the lock whenever the page is hidden. */

const NOT_OFFERED = 'This browser cannot keep the screen on for a page.';
const REFUSED = 'The browser did not keep the screen on: the battery may be low.';

export interface WakeLock {
  /** Null when it works; else why it does not. */
  keep(on: boolean): Promise<string | null>;
}

export function createWakeLock(): WakeLock {
  let wanted = false;
  let lock: WakeLockSentinel | null = null;

  async function take(): Promise<string | null> {
    if (!('wakeLock' in navigator)) return NOT_OFFERED;
    try {
      lock = await navigator.wakeLock.request('screen');
      return null;
    } catch {
      return REFUSED;
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (wanted && document.visibilityState === 'visible') void take();
  });

  return {
    async keep(on) {
      wanted = on;
      if (on) {
        const refusal = await take();
        wanted = refusal === null;
        return refusal;
      }
      await lock?.release();
      lock = null;
      return null;
    },
  };
}
