/** What outlives the page: the settings, in local storage, believed only after a check. */
import * as v from 'valibot';
import { DEFAULT_MEMORY_MB, MEMORY_CHOICES_MB } from '../analysis/messages/memoryChoices.ts';
import { BAUD_RATES, DEFAULT_BAUD_RATE } from '../board/lineDiscipline.ts';
import { convertRules2, isOfRules2 } from '../detector/olderParameters.ts';
import { checkParameters, DEFAULT_PARAMETERS, TAILS } from '../detector/parameters.ts';
import { PLOT_LAYOUTS, WINDOW_CHOICES } from './viewStore.ts';

const STORAGE_KEY = 'tidemark.settings';

const settingsSchema = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  window: v.picklist(WINDOW_CHOICES),
  /** For boards behind a USB bridge. Settings of an earlier visit may not have it. */
  baudRate: v.fallback(v.optional(v.picklist(BAUD_RATES), DEFAULT_BAUD_RATE), DEFAULT_BAUD_RATE),
  // These came later than the others: what was stored before lacks them.
  plotLayout: v.optional(v.picklist(PLOT_LAYOUTS), 'stacked'),
  memoryMb: v.optional(v.picklist(MEMORY_CHOICES_MB), DEFAULT_MEMORY_MB),
  /** Whether sessions are recorded. */
  record: v.optional(v.boolean(), true),
  /** The parameters that the person edited last. */
  parameters: v.pipe(
    v.record(v.string(), v.unknown()),
    // Those of an earlier visit may be of the rules before.
    v.transform((stored) => (isOfRules2(stored) ? convertRules2(stored).parameters : stored)),
    v.object({
      gamma: v.number(),
      delta: v.number(),
      maxima: v.number(),
      outliers: v.number(),
      meanGap: v.number(),
      period: v.number(),
      block: v.number(),
      memory: v.number(),
      fatigue: v.number(),
      least: v.number(),
      drift: v.number(),
      rhythm: v.number(),
      season: v.number(),
      bins: v.number(),
      tail: v.picklist(TAILS),
    }),
    v.check((parameters) => checkParameters(parameters) === null),
  ),
});

export type Settings = v.InferOutput<typeof settingsSchema>;
export type ThemeChoice = Settings['theme'];

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  window: '30 s',
  baudRate: DEFAULT_BAUD_RATE,
  plotLayout: 'stacked',
  memoryMb: DEFAULT_MEMORY_MB,
  record: true,
  parameters: DEFAULT_PARAMETERS,
};

/** Storage may be forbidden by the browser's settings: then nothing is kept, and nothing breaks. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'> | null;

/** The stored settings, or the defaults when there are none that can be used. */
export function readSettings(storage: SettingsStorage): Settings {
  try {
    const text = storage?.getItem(STORAGE_KEY) ?? null;
    if (text === null) return DEFAULT_SETTINGS;
    const parsed = v.safeParse(settingsSchema, JSON.parse(text));
    return parsed.success ? parsed.output : DEFAULT_SETTINGS;
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Writes the settings. Returns whether they were kept: storage may be full or forbidden. */
export function writeSettings(storage: SettingsStorage, settings: Settings): boolean {
  try {
    storage?.setItem(STORAGE_KEY, JSON.stringify(settings));
    return storage !== null;
  } catch {
    return false;
  }
}
