import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ThemeChoice } from '../../state/preferences.ts';
import { usePreferences } from '../tidemarkContext.ts';
import { HEADER_WORDS, THEME_WORDS } from './headerWords.ts';

const CHOICES: readonly { readonly value: ThemeChoice; readonly sign: string }[] = [
  { value: 'system', sign: '◐' },
  { value: 'light', sign: '○' },
  { value: 'dark', sign: '●' },
];

export function ThemeSwitch(): ReactNode {
  const theme = usePreferences((state) => state.theme);
  const prefer = usePreferences((state) => state.prefer);
  return (
    <SegmentedControl
      size="xs"
      aria-label={HEADER_WORDS.theme}
      value={theme}
      onChange={(choice) => prefer({ theme: choice as ThemeChoice })}
      data={CHOICES.map(({ value, sign }) => ({
        value,
        label: (
          <span title={THEME_WORDS[value]}>
            <span aria-hidden="true">{sign}</span>
            <VisuallyHidden>{THEME_WORDS[value]}</VisuallyHidden>
          </span>
        ),
      }))}
    />
  );
}
