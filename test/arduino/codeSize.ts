/** What a detector takes on small processors: N = M = 5, single precision, all watchers. */
import { compiledForAvr } from './avr.ts';
import { runTool } from './compile.ts';
import { type CortexM, compiledForCortexM } from './cortexM.ts';

export interface Size {
  /** Without what the compiler's own libraries bring: arithmetic, libm. */
  readonly codeBytes: number;
  readonly stateBytes: number;
}

/** With what only lines ask for: a fit as shape, scale and r2, what a watcher's alarm was about. */
export const WITH_NUMBERS: readonly string[] = ['-DAS_NUMBERS'];

export const avrSize = (defined: readonly string[] = []): Size =>
  sizeOf('avr-nm', compiledForAvr('codeSize.cpp', defined));

export const cortexMSize = (processor: CortexM, defined: readonly string[] = []): Size =>
  sizeOf(
    'arm-none-eabi-nm',
    // Nothing calls what is measured, and all of it stays.
    compiledForCortexM(processor, 'codeSize.cpp', [
      ...defined,
      '-Wl,-emain',
      '-Wl,--no-gc-sections',
    ]),
  );

/** By the symbols of a program: the library's, each place once. */
function sizeOf(nm: string, program: string): Size {
  const symbols = new Map<string, { name: string; bytes: number; isCode: boolean }>();
  for (const line of runTool(nm, ['-CS', program]).split('\n')) {
    const [, place, bytes, kind, name] = /^(\w+) (\w+) (\w) (.*)$/.exec(line) ?? [];
    if (place === undefined || bytes === undefined || kind === undefined || name === undefined)
      continue;
    if (!name.includes('tidemark_core')) continue;
    symbols.set(place, {
      name,
      bytes: Number.parseInt(bytes, 16),
      isCode: /[twr]/i.test(kind), // and tables
    });
  }
  const ours = [...symbols.values()];
  return {
    codeBytes: ours.reduce((sum, { bytes, isCode }) => sum + (isCode ? bytes : 0), 0),
    stateBytes: ours.find(({ name }) => name === 'tidemark_core::state')?.bytes ?? 0,
  };
}
