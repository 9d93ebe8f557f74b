/** The firmware's program for a BBC micro:bit v1. Pure. */
import { MICROBIT_NAMES } from './microbitNames.ts';
import { type SmallBoardProgram, smallBoardProgram } from './smallBoardProgram.ts';

/** Each after those that it needs. */
const MODULES: Readonly<Record<string, string>> = {
  line: 'boards/microbit_line.py',
  parameters: 'boards/microbit_parameters.py',
  weibull: 'boards/microbit_weibull.py',
  detector: 'boards/microbit_detector.py',
  microbit_accelerometer: 'boards/microbit_accelerometer.py',
  microbit_saved: 'boards/microbit_saved.py',
  microbit_main: 'boards/microbit_main.py',
};

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
  for (const [module, name] of Object.entries(MODULES)) {
    const source = files[name];
    if (source === undefined) throw new Error(`The firmware has no ${name}`);
    modules[module] = source;
  }
  return smallBoardProgram(modules, MICROBIT_NAMES, piecesPath);
}
