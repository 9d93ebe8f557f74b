import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAlarms } from '../tidemarkContext.ts';
import { ACT_WORDS } from './actWords.ts';

/** For readers of the screen: one sentence, when it is time for one. */
export function AlarmSpeech(): ReactNode {
  const sentence = useAlarms((state) => state.sentence);
  return (
    <VisuallyHidden role="status" aria-label={ACT_WORDS.toldAlarm}>
      {sentence}
    </VisuallyHidden>
  );
}
