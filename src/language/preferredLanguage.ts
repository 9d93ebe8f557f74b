import { LANGUAGES, type Language } from './spoken.ts';

/** What the person has chosen; `system`: as the browser is set. */
export type LanguageChoice = 'system' | Language;

/**
 * The language to speak.
 *
 * @param wanted tags as in `navigator.languages`, the dearest first; English where none of them is
 *   spoken here
 */
export function preferredLanguage(choice: LanguageChoice, wanted: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of wanted) {
    const language = LANGUAGES.find((one) => new RegExp(`^${one}\\b`, 'i').test(tag));
    if (language) return language;
  }
  return 'en';
}
