import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { CHAPTER_IDS, type ChapterId } from '../../tour/steps.ts';
import { useTour } from '../tidemarkContext.ts';
import { CHAPTER_WORDS } from './buttonWords.ts';

/** The ways into the chapters of the guided tour but the one that is just over. */
export function ChapterButtons({ but }: { readonly but: ChapterId }): ReactNode {
  const start = useTour((state) => state.start);
  return CHAPTER_IDS.filter((chapter) => chapter !== but).map((chapter) => (
    <Button key={chapter} size="compact-sm" variant="default" onClick={() => start(chapter)}>
      {CHAPTER_WORDS[chapter]}
    </Button>
  ));
}
