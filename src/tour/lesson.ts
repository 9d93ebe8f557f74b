/** What a teacher chose for a class. */
import type { ExampleName } from './exampleNames.ts';
import type { ChapterId } from './steps.ts';

export interface LessonQuestion {
  readonly question: string;
  readonly answer: string;
}

export interface Lesson {
  readonly title: string;
  /** Of the tour, in this order; may be empty. */
  readonly chapters: readonly ChapterId[];
  /** The one that is offered; null leaves all of them. */
  readonly example: ExampleName | null;
  /** Asked instead of the example's own; without an example, of whatever is open. May be empty. */
  readonly questions: readonly LessonQuestion[];
}
