import { useLayoutEffect, useRef } from 'react';
import { preferredLanguage } from '../language/preferredLanguage.ts';
import type { Language } from '../language/spoken.ts';
import { usePreferences } from './tidemarkContext.ts';

/** What the page speaks: as the person has chosen, or as the browser is set. */
export function useLanguage(): Language {
  const choice = usePreferences((state) => state.language);
  return preferredLanguage(choice, navigator.languages);
}

/** The name of the switch's radio buttons. */
export const LANGUAGE_FIELD = 'language';

/** Marks the button that opens the help, where the switch stands on a page at work. */
export const HELP_MARK = { 'data-help': true };

/**
 * The page is drawn anew in another language, and what had the focus is gone: back to the switch, or
 * to the help that held it.
 */
export function useFocusAfterSwitch(language: Language): void {
  const drawn = useRef(language);
  useLayoutEffect(() => {
    if (drawn.current === language) return;
    drawn.current = language;
    const places = `input[name="${LANGUAGE_FIELD}"]:checked, [data-help]`;
    document.querySelector<HTMLElement>(places)?.focus();
  }, [language]);
}
