import { chapterOf, type StepId } from '../../tour/steps.ts';
import { BOARD_STEP_WORDS } from './boardChapterWords.ts';
import { NAMES_STEP_WORDS } from './namesChapterWords.ts';
import { STEP_WORDS, type StepWords } from './words.ts';

const WORDS = { loop: STEP_WORDS, names: NAMES_STEP_WORDS, board: BOARD_STEP_WORDS } as const;

/** What a step says, of whichever chapter. */
export function wordsOf(step: StepId): StepWords {
  const words: Partial<Record<StepId, StepWords>> = WORDS[chapterOf(step)];
  const its = words[step];
  if (!its) throw new Error(`no words for ${step}`);
  return its;
}
