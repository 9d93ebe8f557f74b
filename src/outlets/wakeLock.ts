/** Keeps the screen on: the browser lets go of the lock whenever the page is hidden. */
import type { OutletRefusal } from '../alarms/outlets.ts';

export interface WakeLock {
  /** Null when it works; else why it does not. */
  keep(on: boolean): Promise<OutletRefusal | null>;
}

export function createWakeLock(): WakeLock {
  let wanted = false;
  let lock: WakeLockSentinel | null = null;

  async function take(): Promise<OutletRefusal | null> {
    if (!('wakeLock' in navigator)) return 'no-wake-lock';
    try {
      lock = await navigator.wakeLock.request('screen');
      return null;
    } catch {
      return 'wake-lock-refused';
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
