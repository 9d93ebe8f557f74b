/**
 * What the person prefers: it outlives the page in local storage, and is believed only after a
 * check. Those that concern one panel alone are kept by its store.
 */
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_MEMORY_MB, MEMORY_CHOICES_MB } from '../analysis/messages/historyMessages.ts';
import { BAUD_RATES, DEFAULT_BAUD_RATE } from '../board/lineDiscipline.ts';
import { type ConvertedParameter, convertRules2, isOfRules2 } from '../detector/olderParameters.ts';
import {
  checkParameters,
  DEFAULT_PARAMETERS,
  NUMERIC_PARAMETER_NAMES,
  TAILS,
} from '../detector/parameters.ts';
import { LANGUAGES } from '../language/spoken.ts';
import { PLOT_LAYOUTS, WINDOW_CHOICES } from './viewStore.ts';

const STORAGE_KEY = 'tidemark.settings';

const preferencesSchema = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  window: v.picklist(WINDOW_CHOICES),
  /** For boards behind a USB bridge. What was stored earlier may not have it. */
  baudRate: v.fallback(v.optional(v.picklist(BAUD_RATES), DEFAULT_BAUD_RATE), DEFAULT_BAUD_RATE),
  // These came later than the others: what was stored before lacks them.
  language: v.fallback(v.optional(v.picklist(['system', ...LANGUAGES]), 'system'), 'system'),
  plotLayout: v.optional(v.picklist(PLOT_LAYOUTS), 'stacked'),
  /** Memory for the history of a session. */
  memoryMb: v.optional(v.picklist(MEMORY_CHOICES_MB), DEFAULT_MEMORY_MB),
  /** Whether the person was told that channels can be judged together. */
  togetherOffered: v.optional(v.boolean(), false),
  /** How the panels share the screen: of each group, its parts in percent. What is not here is as built. */
  panelSizes: v.fallback(
    v.optional(v.record(v.string(), v.record(v.string(), v.number())), {}),
    {},
  ),
  /** Files of cut-off sessions that were offered back: once is enough. */
  seenSessions: v.optional(v.array(v.string()), () => []),
  /** Whether the parameters were edited and no board has them. */
  unpushed: v.optional(v.boolean(), false),
  /** Whether sessions are recorded. */
  record: v.optional(v.boolean(), true),
  /** The parameters that the person edited last. */
  parameters: v.pipe(
    v.record(v.string(), v.unknown()),
    // A parameter that came later is at its default, and costs no other setting.
    v.transform((stored) => ({
      ...DEFAULT_PARAMETERS,
      ...(isOfRules2(stored) ? convertRules2(stored).parameters : stored),
    })),
    v.object({
      ...v.entriesFromList(NUMERIC_PARAMETER_NAMES, v.number()),
      tail: v.picklist(TAILS),
    }),
    v.check((parameters) => checkParameters(parameters) === null),
  ),
});

export type Preferences = v.InferOutput<typeof preferencesSchema>;
export type ThemeChoice = Preferences['theme'];

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  window: '30 s',
  baudRate: DEFAULT_BAUD_RATE,
  plotLayout: 'stacked',
  memoryMb: DEFAULT_MEMORY_MB,
  panelSizes: {},
  seenSessions: [],
  unpushed: false,
  record: true,
  togetherOffered: false,
  parameters: DEFAULT_PARAMETERS,
};

/** Storage may be forbidden by the browser's settings: then nothing is kept, and nothing breaks. */
export type PreferencesStorage = Pick<Storage, 'getItem' | 'setItem'> | null;

/** What an earlier visit kept under the rules before, and now means something else; may be empty. */
export function readConverted(storage: PreferencesStorage): readonly ConvertedParameter[] {
  try {
    const text = storage?.getItem(STORAGE_KEY) ?? null;
    if (text === null) return [];
    const stored = v.safeParse(olderSchema, JSON.parse(text));
    if (!stored.success || !isOfRules2(stored.output.parameters)) return [];
    return convertRules2(stored.output.parameters).converted;
  } catch {
    // What cannot be read is not used either.
    return [];
  }
}

const olderSchema = v.object({ parameters: v.record(v.string(), v.unknown()) });

/** The stored preferences, or the defaults when there are none that can be used. */
export function readPreferences(storage: PreferencesStorage): Preferences {
  try {
    const text = storage?.getItem(STORAGE_KEY) ?? null;
    if (text === null) return DEFAULT_PREFERENCES;
    const parsed = v.safeParse(preferencesSchema, JSON.parse(text));
    return parsed.success ? parsed.output : DEFAULT_PREFERENCES;
  } catch {
    return DEFAULT_PREFERENCES;
  }
}

/** Writes the preferences. Returns whether they were kept: storage may be full or forbidden. */
export function writePreferences(storage: PreferencesStorage, preferences: Preferences): boolean {
  try {
    storage?.setItem(STORAGE_KEY, JSON.stringify(preferences));
    return storage !== null;
  } catch {
    return false;
  }
}

type Preferred = Pick<
  Preferences,
  | 'theme'
  | 'language'
  | 'baudRate'
  | 'memoryMb'
  | 'panelSizes'
  | 'record'
  | 'seenSessions'
  | 'togetherOffered'
>;

export interface PreferencesState extends Preferred {
  readonly prefer: (changes: Partial<Preferred>) => void;
}

export type PreferencesStore = StoreApi<PreferencesState>;

export function createPreferencesStore(stored: Preferences): PreferencesStore {
  const { theme, language, baudRate, memoryMb, panelSizes, record, seenSessions, togetherOffered } =
    stored;
  return createStore<PreferencesState>((set) => ({
    theme,
    language,
    baudRate,
    memoryMb,
    panelSizes,
    record,
    seenSessions,
    togetherOffered,
    prefer: (changes) => set(changes),
  }));
}
