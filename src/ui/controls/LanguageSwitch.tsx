import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { LANGUAGE_NAMES, LANGUAGE_TAGS, LANGUAGES, type Language } from '../../language/spoken.ts';
import { usePreferences } from '../tidemarkContext.ts';
import { LANGUAGE_FIELD, useLanguage } from '../useLanguage.ts';

/** Which language the page speaks. Its name is in both: it is looked for by who reads but one. */
export function LanguageSwitch(): ReactNode {
  const language = useLanguage();
  const prefer = usePreferences((state) => state.prefer);
  return (
    <SegmentedControl
      size="xs"
      name={LANGUAGE_FIELD}
      aria-label="Language · Idioma"
      value={language}
      onChange={(chosen) => prefer({ language: chosen as Language })}
      data={LANGUAGES.map((value) => ({
        value,
        label: <span lang={LANGUAGE_TAGS[value]}>{LANGUAGE_NAMES[value]}</span>,
      }))}
    />
  );
}
