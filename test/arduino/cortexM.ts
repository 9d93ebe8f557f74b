import { join } from 'node:path';
import { bodyOf } from '../firmware/lineSum.ts';
import { hasTool, INCLUDES, programPath, runTool, temporaryDirectory } from './compile.ts';

/** A processor of the Cortex-M family, and a machine of QEMU that has it. */
export interface CortexM {
  readonly machine: string;
  readonly flags: readonly string[];
}
export const M0: CortexM = { machine: 'microbit', flags: ['-mcpu=cortex-m0'] };
/** With its floating-point unit. */
export const M4: CortexM = {
  machine: 'mps2-an386',
  flags: ['-mcpu=cortex-m4', '-mfloat-abi=hard', '-mfpu=fpv4-sp-d16'],
};

const COMPILED = [
  ...['-std=gnu++11', '-Os', '-Wall', '-Wextra', '-Werror', '-mthumb'],
  ...['-fno-exceptions', '-fno-rtti', '-fno-threadsafe-statics'],
  ...['-ffunction-sections', '-fdata-sections'],
];
const LINKED = ['-nostartfiles', '--specs=nosys.specs', '-Wl,--gc-sections'];

export const hasCortexM = hasTool('arm-none-eabi-g++') && hasTool('qemu-system-arm');

/** Compiles one of our programs. Returns its path. */
export function compiledForCortexM(
  { flags }: CortexM,
  name: string,
  linked: readonly string[],
): string {
  const program = join(temporaryDirectory(), 'program.elf');
  const source = [programPath(name), '-lm', '-o', program];
  const all = [...COMPILED, ...flags, ...INCLUDES, ...LINKED, ...linked];
  runTool('arm-none-eabi-g++', [...all, ...source]);
  return program;
}

/** Compiles cortexMRuns.cpp and runs it to its end in QEMU; returns what it wrote. */
export const runOn = (processor: CortexM, input: string): string =>
  emulated(processor, 'cortexMRuns.cpp', [], [], input);

/** What a board of cortexMNames.cpp says to a script (see programs/scriptedBoard.h). */
export const namingOn = (processor: CortexM, script: string): string[] =>
  emulated(processor, 'cortexMNames.cpp', [], [], script).split('\n').slice(0, -1).map(bodyOf);

/** What cortexMCounts.cpp says of each sample, in instructions. */
export function countsOn(processor: CortexM, defined: readonly string[]): readonly number[] {
  // The emulated clock goes on by 64 ns an instruction.
  const byInstructions = ['-icount', 'shift=6'];
  const said = emulated(processor, 'cortexMCounts.cpp', defined, byInstructions, '');
  const [ofNops = 0, ...counts] = said.trim().split('\n').map(Number);
  return counts.map((count) => (count * NOPS) / ofNops);
}

/** In cortexMCounts.cpp. */
const NOPS = 10_000;

function emulated(
  processor: CortexM,
  name: string,
  compiled: readonly string[],
  emulator: readonly string[],
  input: string,
): string {
  const script = ['-T', programPath('cortexM.ld'), ...compiled];
  const program = compiledForCortexM(processor, name, script);
  const quiet = ['-nographic', '-monitor', 'none', '-serial', 'none'];
  const terminal = ['-semihosting-config', 'enable=on,target=native'];
  return runTool(
    'qemu-system-arm',
    ['-M', processor.machine, ...emulator, ...quiet, ...terminal, '-kernel', program],
    input,
  );
}
