import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { chaptersOffered } from '../../state/lessonStore.ts';
import type { ChapterId } from '../../tour/steps.ts';
import { useLesson, useTour } from '../tidemarkContext.ts';
import { CHAPTER_WORDS } from './buttonWords.ts';

interface ChapterButtonsProps {
  readonly but: ChapterId | undefined;
  readonly onBegun?: () => void;
}

/** The ways into the chapters of the guided tour that are offered, but one. */
export function ChapterButtons({ but, onBegun }: ChapterButtonsProps): ReactNode {
  const chapters = useLesson(chaptersOffered);
  const start = useTour((state) => state.start);
  return chapters
    .filter((chapter) => chapter !== but)
    .map((chapter) => (
      <Button
        key={chapter}
        size="compact-sm"
        variant="default"
        onClick={() => {
          start(chapter);
          onBegun?.();
        }}
      >
        {CHAPTER_WORDS[chapter]}
      </Button>
    ));
}
