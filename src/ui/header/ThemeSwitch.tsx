import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ThemeChoice } from '../../state/preferences.ts';
import { usePreferences } from '../tidemarkContext.ts';

const CHOICES: readonly { readonly value: ThemeChoice; readonly sign: string; word: string }[] = [
  { value: 'system', sign: '◐', word: 'System theme' },
  { value: 'light', sign: '○', word: 'Light theme' },
  { value: 'dark', sign: '●', word: 'Dark theme' },
];

export function ThemeSwitch(): ReactNode {
  const theme = usePreferences((state) => state.theme);
  const prefer = usePreferences((state) => state.prefer);
  return (
    <SegmentedControl
      size="xs"
      aria-label="Theme"
      value={theme}
      onChange={(choice) => prefer({ theme: choice as ThemeChoice })}
      data={CHOICES.map(({ value, sign, word }) => ({
        value,
        label: (
          <span title={word}>
            <span aria-hidden="true">{sign}</span>
            <VisuallyHidden>{word}</VisuallyHidden>
          </span>
        ),
      }))}
    />
  );
}
