/** In which languages a sheet is offered, and by which names. */
import { LANGUAGES, type Language, speakingIn, spokenLanguage } from '../../language/spoken.ts';
import { SHEET_WORDS } from './words.ts';

/** The languages of the sheet, that of the page first. */
export const sheetLanguages = (): readonly Language[] => [
  spokenLanguage(),
  ...LANGUAGES.filter((language) => language !== spokenLanguage()),
];

/** What the sheet in a language is called, in that language. */
export const sheetName = (language: Language): string =>
  speakingIn(language, () => SHEET_WORDS.command);
