/** Two tones, made here: the second lower than the first, so that they are no ringing. */
import type { OutletRefusal } from '../alarms/outlets.ts';

const TONES = [
  { hertz: 880, atS: 0 },
  { hertz: 660, atS: 0.22 },
] as const;
const LASTS_S = 0.2;
const LOUDNESS = 0.25;
/** Up and down within so long: a tone that begins at once clicks. */
const EDGE_S = 0.02;

export interface Tones {
  play(): void;
  /** Null when there will be a sound; else why not. */
  prepare(): Promise<OutletRefusal | null>;
}

export function createTones(): Tones {
  let context: AudioContext | null = null;

  function opened(): AudioContext | null {
    if (!('AudioContext' in window)) return null;
    if (context) return context;
    context = new AudioContext();
    // A page that was loaded again may be heard only after a click or a key.
    for (const happening of ['pointerdown', 'keydown']) {
      window.addEventListener(happening, () => void context?.resume(), { once: true });
    }
    return context;
  }

  function play(): void {
    const on = opened();
    if (!on) return;
    // What could not be heard in time is not made up for later.
    if (on.state !== 'running') return;
    for (const { hertz, atS } of TONES) {
      const from = on.currentTime + atS;
      const oscillator = on.createOscillator();
      const gain = on.createGain();
      oscillator.frequency.value = hertz;
      gain.gain.setValueAtTime(0, from);
      gain.gain.linearRampToValueAtTime(LOUDNESS, from + EDGE_S);
      gain.gain.setValueAtTime(LOUDNESS, from + LASTS_S - EDGE_S);
      gain.gain.linearRampToValueAtTime(0, from + LASTS_S);
      oscillator.connect(gain).connect(on.destination);
      oscillator.start(from);
      oscillator.stop(from + LASTS_S);
    }
  }

  return {
    play,
    async prepare() {
      const on = opened();
      if (!on) return 'no-sound';
      await on.resume();
      if (on.state !== 'running') return 'sound-refused';
      // Heard once, the person knows it again.
      play();
      return null;
    },
  };
}
