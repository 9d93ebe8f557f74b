/** What a teacher's sheet asks and answers: the tour's steps and the examples, in their own words, or a lesson. */
import { EXAMPLE_NAMES, type ExampleName } from '../../tour/exampleNames.ts';
import type { Lesson } from '../../tour/lesson.ts';
import { CHAPTER_IDS, CHAPTERS, type ChapterId, isEnd, type StepId } from '../../tour/steps.ts';
import { EXAMPLE_WORDS, EXAMPLES } from '../examples/words.ts';
import { CHAPTER_WORDS } from '../tour/buttonWords.ts';
import { sketchOf } from '../tour/stepSketch.ts';
import { wordsOf } from '../tour/stepWords.ts';
import { LESSON_WORDS } from './lessonWords.ts';
import { SHEET_WORDS } from './words.ts';

export interface Exercise {
  readonly title: string;
  readonly text: string;
  /** A program that the text speaks of; may be empty. */
  readonly code: string;
  readonly solution: string;
  /** What to do when nothing happens; may be empty. */
  readonly hint: string;
}

export interface SheetPart {
  readonly heading: string;
  /** How to get there. */
  readonly note: string;
  readonly exercises: readonly Exercise[];
  /** What stands under the solutions; may be empty. */
  readonly end: string;
}

export interface Sheet {
  readonly title: string;
  readonly parts: readonly SheetPart[];
}

/** In the language that is spoken; of the lesson alone where one is open. */
export function sheetOf(lesson: Lesson | null): Sheet {
  const chapters = lesson?.chapters ?? CHAPTER_IDS;
  return {
    title: lesson?.title ?? SHEET_WORDS.title,
    parts: [...chapters.map(chapterPart), ...questionParts(lesson)],
  };
}

function chapterPart(chapter: ChapterId): SheetPart {
  const steps: readonly StepId[] = CHAPTERS[chapter];
  const end = steps.find(isEnd);
  return {
    heading: CHAPTER_WORDS[chapter],
    note: SHEET_WORDS.tour,
    exercises: steps
      .filter((step) => !isEnd(step))
      .map((step) => {
        const { title, text, seen, hint } = wordsOf(step);
        return { title, text, code: sketchOf(step), solution: seen, hint };
      }),
    end: end ? wordsOf(end).text : '',
  };
}

function questionParts(lesson: Lesson | null): readonly SheetPart[] {
  if (!lesson) return [examplesPart(EXAMPLE_NAMES)];
  const { example, questions } = lesson;
  if (questions.length === 0) return example ? [examplesPart([example])] : [];
  return [
    {
      heading: LESSON_WORDS.questions,
      note: example ? LESSON_WORDS.openExample(EXAMPLES[example].title) : LESSON_WORDS.openAny,
      exercises: questions.map(({ question, answer }) => ({
        title: '',
        text: question,
        code: '',
        solution: answer,
        hint: '',
      })),
      end: '',
    },
  ];
}

function examplesPart(names: readonly ExampleName[]): SheetPart {
  return {
    heading: EXAMPLE_WORDS.heading,
    note: SHEET_WORDS.examples,
    exercises: names.map((name) => {
      const { title, about, question, answer } = EXAMPLES[name];
      return { title, text: `${about} ${question}`, code: '', solution: answer, hint: '' };
    }),
    end: '',
  };
}
