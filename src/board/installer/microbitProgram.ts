/** The firmware's program for a BBC micro:bit v1. Pure. */
import { MICROBIT_NAMES } from './microbitNames.ts';
import { type SmallBoardProgram, smallBoardProgram } from './smallBoardProgram.ts';

const MODULES = [
  'line.py',
  'parameters.py',
  'weibull.py',
  'detector.py',
  'boards/microbit_accelerometer.py',
  'boards/microbit_saved.py',
  'boards/microbit_main.py',
] as const;

/**
 * @param files the firmware as it lies in the repository: file name, with `boards/` before some →
 *   source.
 * @param piecesPath under which name the pieces will be on the board.
 */
export function microbitProgram(
  files: Readonly<Record<string, string>>,
  piecesPath: string,
): SmallBoardProgram {
  const modules: Record<string, string> = {};
  for (const name of MODULES) {
    const source = files[name];
    if (source === undefined) throw new Error(`The firmware has no ${name}`);
    modules[name.replace(/^.*\/|\.py$/g, '')] = source;
  }
  return smallBoardProgram(modules, MICROBIT_NAMES, piecesPath);
}
