/** How a program on the board has ended, in words: what happened, and what to do. */
import type { ProgramEnd } from '../../analysis/messages/connectionState.ts';
import { isolated } from '../OutsideText.tsx';

/** EIO, ENODEV, ETIMEDOUT (two systems' numbers): what a bus says of a sensor that is not there. */
const NO_ANSWER = /^OSError: (?:\[Errno )?-?(?:5|19|110|116)\b/;

/** `hasMain`: whether there is a program to start; null when that is not known. */
export function programEndWords(
  { error }: ProgramEnd,
  hasMain: boolean | null,
): { title: string; advice: string } {
  if (error === '') {
    return {
      title: 'This board is at the MicroPython prompt',
      advice: hasMain
        ? 'It runs no program: start the one that it has, or install another.'
        : 'It runs no program: install one.',
    };
  }
  if (error.startsWith('KeyboardInterrupt')) {
    return {
      title: 'The program on the board was stopped with Ctrl-C',
      advice: 'Restart it to go on.',
    };
  }
  return {
    title: 'The program on the board has stopped',
    advice: `It says: “${isolated(error)}”. ${whatToDo(error)} The console shows where in the program it was.`,
  };
}

function whatToDo(error: string): string {
  if (NO_ANSWER.test(error)) {
    return 'Most often a sensor does not answer: check its wires, then restart the program.';
  }
  if (error.startsWith('MemoryError')) {
    return 'The board ran out of memory. Restart the program; if that comes again, make it smaller.';
  }
  return 'Correct what it names, then restart the program.';
}
