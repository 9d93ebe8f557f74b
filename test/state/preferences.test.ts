import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PREFERENCES,
  type PreferencesStorage,
  readPreferences,
  writePreferences,
} from '../../src/state/preferences.ts';

function storageWith(text: string | null): PreferencesStorage & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_key, value) {
      this.text = value;
    },
  };
}

describe('preferences', () => {
  it('come back as they were written', () => {
    const storage = storageWith(null);
    const settings = {
      theme: 'dark',
      language: 'pt',
      window: '10 min',
      baudRate: 9600,
      plotLayout: 'overlaid',
      memoryMb: 600,
      record: false,
      togetherOffered: true,
      seenSessions: ['a.tidemark'] as string[],
      unpushed: true,
      panelSizes: { left: { signal: 60, lower: 40 } },
      parameters: { ...DEFAULT_PREFERENCES.parameters, gamma: 2.5, tail: 'upper' },
    } as const;
    expect(writePreferences(storage, settings)).toBe(true);
    expect(readPreferences(storage)).toEqual(settings);
  });

  const { parameters } = DEFAULT_PREFERENCES;
  it.each([
    ['nothing', null],
    ['no JSON', '{"theme":'],
    ['another shape', '[1,2,3]'],
    ['an unknown theme', JSON.stringify({ ...DEFAULT_PREFERENCES, theme: 'pink' })],
    ['an unknown window', JSON.stringify({ ...DEFAULT_PREFERENCES, window: '3 days' })],
    [
      'a parameter out of range',
      JSON.stringify({
        ...DEFAULT_PREFERENCES,
        theme: 'dark',
        parameters: { ...parameters, gamma: -1 },
      }),
    ],
    [
      'a parameter that is no number',
      JSON.stringify({ ...DEFAULT_PREFERENCES, parameters: { ...parameters, maxima: '5' } }),
    ],
  ])('are the defaults when storage holds %s', (_what, text) => {
    expect(readPreferences(storageWith(text))).toEqual(DEFAULT_PREFERENCES);
  });

  it('keep what was stored before a parameter came, which is at its default', () => {
    const { rhythm, ...earlier } = { ...parameters, gamma: 3 };
    const text = JSON.stringify({ ...DEFAULT_PREFERENCES, theme: 'dark', parameters: earlier });
    expect(readPreferences(storageWith(text))).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      parameters: { ...earlier, rhythm },
    });
  });

  it('survive a storage that throws', () => {
    const storage: PreferencesStorage = {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(readPreferences(storage)).toEqual(DEFAULT_PREFERENCES);
    expect(writePreferences(storage, DEFAULT_PREFERENCES)).toBe(false);
  });

  it('need no storage at all', () => {
    expect(readPreferences(null)).toEqual(DEFAULT_PREFERENCES);
    expect(writePreferences(null, DEFAULT_PREFERENCES)).toBe(false);
  });
});
