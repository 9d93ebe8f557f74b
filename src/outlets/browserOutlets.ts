/** Alarms on the title, the icon, the speaker, the system and the screen of this browser. */
import type { AlarmOutlets, OutletRefusal } from '../alarms/outlets.ts';
import { createCountSign } from './countSign.ts';
import { createTones } from './tones.ts';
import { createWakeLock } from './wakeLock.ts';

export function createBrowserOutlets(): AlarmOutlets {
  const sign = createCountSign(document);
  const tones = createTones();
  const wakeLock = createWakeLock();
  return {
    count: sign.show,
    sound: tones.play,
    notify,
    prepare: async (outlet) => (outlet === 'sound' ? tones.prepare() : askForNotifications()),
    keepAwake: wakeLock.keep,
  };
}

function notify(sentence: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const shown = new Notification('Tidemark', { body: sentence, tag: TAG });
    shown.onclick = () => window.focus();
  } catch {
    // Browsers of phones leave it to the service worker.
    void navigator.serviceWorker?.ready.then((worker) =>
      worker.showNotification('Tidemark', { body: sentence, tag: TAG }),
    );
  }
}

/** One takes the place of the last. */
const TAG = 'tidemark-alarm';

async function askForNotifications(): Promise<OutletRefusal | null> {
  if (!('Notification' in window)) return 'no-notifications';
  const permission = await Notification.requestPermission();
  return permission === 'granted' ? null : 'notifications-refused';
}
