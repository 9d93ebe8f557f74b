/** The lesson that a teacher begins to edit. */
import type { ExampleName } from '../../tour/exampleNames.ts';
import type { Lesson } from '../../tour/lesson.ts';
import { CHAPTER_IDS } from '../../tour/steps.ts';
import { EXAMPLES } from '../examples/words.ts';
import { LESSON_WORDS } from './lessonWords.ts';

const EXAMPLE: ExampleName = 'machine';

/** All that a lesson can have, in the language that is spoken. */
export function sampleLesson(): Lesson {
  const { question, answer } = EXAMPLES[EXAMPLE];
  return {
    title: LESSON_WORDS.sampleTitle,
    chapters: CHAPTER_IDS,
    example: EXAMPLE,
    questions: [{ question, answer }],
  };
}
