/** What a teacher's sheet asks and answers: the tour's steps and the examples, in their own words. */
import { CHAPTER_IDS, CHAPTERS, type ChapterId, isEnd, type StepId } from '../../tour/steps.ts';
import { EXAMPLE_NAMES, EXAMPLE_WORDS, EXAMPLES } from '../examples/words.ts';
import { CHAPTER_WORDS } from '../tour/buttonWords.ts';
import { wordsOf } from '../tour/stepWords.ts';
import { SHEET_WORDS } from './words.ts';

export interface Exercise {
  readonly title: string;
  readonly text: string;
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

/** In the language that is spoken. */
export function sheetOf(): Sheet {
  return { title: SHEET_WORDS.title, parts: [...CHAPTER_IDS.map(chapterPart), examplesPart()] };
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
        return { title, text, solution: seen, hint };
      }),
    end: end ? wordsOf(end).text : '',
  };
}

function examplesPart(): SheetPart {
  return {
    heading: EXAMPLE_WORDS.heading,
    note: SHEET_WORDS.examples,
    exercises: EXAMPLE_NAMES.map((name) => {
      const { title, about, question, answer } = EXAMPLES[name];
      return { title, text: `${about} ${question}`, solution: answer, hint: '' };
    }),
    end: '',
  };
}
