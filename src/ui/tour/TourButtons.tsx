import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { chaptersOffered } from '../../state/lessonStore.ts';
import { chapterOf } from '../../tour/steps.ts';
import { useLesson, useTour } from '../tidemarkContext.ts';
import { CHAPTER_WORDS, TOUR_BUTTON_WORDS } from './buttonWords.ts';

/** The way into the guided tour: from its beginning, or on from where it was left. */
export function TourButtons({ onBegun }: { readonly onBegun?: () => void }): ReactNode {
  const left = useTour((state) => state.left);
  const { start, resume } = useTour((state) => state);
  const chapters = useLesson(chaptersOffered);
  const [first] = chapters;
  const canResume = left !== null && chapters.includes(chapterOf(left));
  if (!first) return null;
  return (
    <Group gap={8}>
      {canResume && (
        <Button
          size="compact-sm"
          onClick={() => {
            resume();
            onBegun?.();
          }}
        >
          {TOUR_BUTTON_WORDS.resume}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          start(first);
          onBegun?.();
        }}
      >
        {!canResume && first === 'loop' ? TOUR_BUTTON_WORDS.start : CHAPTER_WORDS[first]}
      </Button>
    </Group>
  );
}
