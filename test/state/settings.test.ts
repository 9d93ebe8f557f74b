import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  readSettings,
  type SettingsStorage,
  writeSettings,
} from '../../src/state/settings.ts';

function storageWith(text: string | null): SettingsStorage & { text: string | null } {
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

describe('settings', () => {
  it('come back as they were written', () => {
    const storage = storageWith(null);
    const settings = {
      theme: 'dark',
      window: '10 min',
      baudRate: 9600,
      plotLayout: 'overlaid',
      memoryMb: 600,
      record: false,
      parameters: { ...DEFAULT_SETTINGS.parameters, gamma: 2.5, tail: 'upper' },
    } as const;
    expect(writeSettings(storage, settings)).toBe(true);
    expect(readSettings(storage)).toEqual(settings);
  });

  const { parameters } = DEFAULT_SETTINGS;
  it.each([
    ['nothing', null],
    ['no JSON', '{"theme":'],
    ['another shape', '[1,2,3]'],
    ['an unknown theme', JSON.stringify({ ...DEFAULT_SETTINGS, theme: 'pink' })],
    ['an unknown window', JSON.stringify({ ...DEFAULT_SETTINGS, window: '3 days' })],
    [
      'a parameter out of range',
      JSON.stringify({
        ...DEFAULT_SETTINGS,
        theme: 'dark',
        parameters: { ...parameters, gamma: -1 },
      }),
    ],
    [
      'a parameter that is no number',
      JSON.stringify({ ...DEFAULT_SETTINGS, parameters: { ...parameters, maxima: '5' } }),
    ],
  ])('are the defaults when storage holds %s', (_what, text) => {
    expect(readSettings(storageWith(text))).toEqual(DEFAULT_SETTINGS);
  });

  it('survive a storage that throws', () => {
    const storage: SettingsStorage = {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(readSettings(storage)).toEqual(DEFAULT_SETTINGS);
    expect(writeSettings(storage, DEFAULT_SETTINGS)).toBe(false);
  });

  it('need no storage at all', () => {
    expect(readSettings(null)).toEqual(DEFAULT_SETTINGS);
    expect(writeSettings(null, DEFAULT_SETTINGS)).toBe(false);
  });
});
