import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { LESSON_WORDS } from './lessonWords.ts';
import { useSaveLesson } from './useSaveLesson.ts';

/** A lesson as a file. */
export function LessonButton(): ReactNode {
  const saveLesson = useSaveLesson();
  return (
    <Button size="compact-sm" variant="default" title={LESSON_WORDS.saveHint} onClick={saveLesson}>
      {LESSON_WORDS.save}
    </Button>
  );
}
