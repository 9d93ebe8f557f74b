/** How the person wants to be told of alarms: outlives the page, and is believed only after a check. */
import * as v from 'valibot';
import type { PreferencesStorage } from './preferences.ts';

const STORAGE_KEY = 'tidemark.alarms';

const schema = v.object({
  sound: v.boolean(),
  notification: v.boolean(),
  /** The screen is kept on. */
  awake: v.boolean(),
  /** Neither sound nor notification, until it is taken back. */
  muted: v.boolean(),
});

export type AlarmSwitches = v.InferOutput<typeof schema>;
export type AlarmSwitch = keyof AlarmSwitches;

const ALL_OFF: AlarmSwitches = { sound: false, notification: false, awake: false, muted: false };

export function readSwitches(storage: PreferencesStorage): AlarmSwitches {
  try {
    const parsed = v.safeParse(schema, JSON.parse(storage?.getItem(STORAGE_KEY) ?? '{}'));
    return parsed.success ? parsed.output : ALL_OFF;
  } catch {
    // What cannot be read is not used.
    return ALL_OFF;
  }
}

export function keepSwitches(storage: PreferencesStorage, switches: AlarmSwitches): void {
  try {
    storage?.setItem(STORAGE_KEY, JSON.stringify(switches));
  } catch {
    // Storage may be full or forbidden: then nothing is kept, and nothing breaks.
  }
}
