import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../../src/language/preferredLanguage.ts';

describe('the language of the page', () => {
  it.each([
    ['Portuguese, for a browser that wants it', ['pt-BR', 'en-US'], 'pt'],
    ['Portuguese of any country', ['pt-PT'], 'pt'],
    ['the first that is spoken here', ['de-DE', 'pt', 'en'], 'pt'],
    ['English, where it comes first', ['en-GB', 'pt-BR'], 'en'],
    ['English, where none is spoken here', ['ptx', 'ja'], 'en'],
    ['English, where nothing is known', [], 'en'],
  ] as const)('is %s', (_, wanted, language) => {
    expect(preferredLanguage('system', wanted)).toBe(language);
  });

  it('is what the person has chosen, whatever the browser wants', () => {
    expect(preferredLanguage('en', ['pt-BR'])).toBe('en');
    expect(preferredLanguage('pt', ['en'])).toBe('pt');
  });
});
