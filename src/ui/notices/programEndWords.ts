/** How a program on the board has ended, in words: what happened, and what to do. */
import type { ProgramEnd } from '../../analysis/messages/connectionState.ts';
import { isolated } from '../OutsideText.tsx';
import { PROGRAM_END_WORDS } from './noticeWords.ts';

/** EIO, ENODEV, ETIMEDOUT (two systems' numbers): what a bus says of a sensor that is not there. */
const NO_ANSWER = /^OSError: (?:\[Errno )?-?(?:5|19|110|116)\b/;

/** `hasMain`: whether there is a program to start; null when that is not known. */
export function programEndWords(
  { error }: ProgramEnd,
  hasMain: boolean | null,
): { title: string; advice: string } {
  if (error === '') {
    return {
      title: PROGRAM_END_WORDS.prompt,
      advice: hasMain ? PROGRAM_END_WORDS.startOrInstall : PROGRAM_END_WORDS.installOne,
    };
  }
  if (error.startsWith('KeyboardInterrupt')) {
    return {
      title: PROGRAM_END_WORDS.interrupted,
      advice: PROGRAM_END_WORDS.restart,
    };
  }
  return {
    title: PROGRAM_END_WORDS.stopped,
    advice: PROGRAM_END_WORDS.says(isolated(error), whatToDo(error)),
  };
}

function whatToDo(error: string): string {
  if (NO_ANSWER.test(error)) {
    return PROGRAM_END_WORDS.noAnswer;
  }
  if (error.startsWith('MemoryError')) {
    return PROGRAM_END_WORDS.memory;
  }
  return PROGRAM_END_WORDS.correct;
}
