import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { LANGUAGE_TAGS, speakingIn } from '../../language/spoken.ts';
import { sheetLanguages, sheetName } from './sheetLanguages.ts';
import { useMakeSheet } from './useMakeSheet.ts';
import { SHEET_WORDS } from './words.ts';

/** The teacher's sheet, in each language. */
export function SheetButtons(): ReactNode {
  const makeSheet = useMakeSheet();
  return sheetLanguages().map((language) => (
    <Button
      key={language}
      size="compact-sm"
      variant="default"
      lang={LANGUAGE_TAGS[language]}
      title={speakingIn(language, () => SHEET_WORDS.hint)}
      onClick={() => makeSheet(language)}
    >
      {sheetName(language)}
    </Button>
  ));
}
