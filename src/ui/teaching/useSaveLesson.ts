import { LESSON_FILE_NAME, lessonFileText } from '../../state/lessonFile.ts';
import { downloadText } from '../download.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { helpLines } from './lessonWords.ts';
import { sampleLesson } from './sampleLesson.ts';

/** Saves the lesson that is open, else one to begin with, as a file to edit. */
export function useSaveLesson(): () => void {
  const { lessons } = useTidemark();
  return () => {
    const lesson = lessons.getState().lesson ?? sampleLesson();
    downloadText(LESSON_FILE_NAME, 'application/json', lessonFileText(lesson, helpLines()));
  };
}
