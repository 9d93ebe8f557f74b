import { preferredLanguage } from '../language/preferredLanguage.ts';
import type { Language } from '../language/spoken.ts';
import { usePreferences } from './tidemarkContext.ts';

/** What the page speaks: as the person has chosen, or as the browser is set. */
export function useLanguage(): Language {
  const choice = usePreferences((state) => state.language);
  return preferredLanguage(choice, navigator.languages);
}
