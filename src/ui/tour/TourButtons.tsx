import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTour } from '../tidemarkContext.ts';
import { CHAPTER_WORDS, TOUR_BUTTON_WORDS } from './buttonWords.ts';

/** The way into the guided tour: from its beginning, or on from where it was left. */
export function TourButtons(): ReactNode {
  const left = useTour((state) => state.left);
  const { start, resume } = useTour((state) => state);
  return (
    <Group gap={8}>
      {left !== null && (
        <Button size="compact-sm" onClick={resume}>
          {TOUR_BUTTON_WORDS.resume}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => start('loop')}>
        {left === null ? TOUR_BUTTON_WORDS.start : CHAPTER_WORDS.loop}
      </Button>
    </Group>
  );
}
