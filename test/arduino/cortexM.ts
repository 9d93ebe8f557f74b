import { join } from 'node:path';
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
export function runOn(processor: CortexM, input: string): string {
  const { machine } = processor;
  const script = ['-T', programPath('cortexM.ld')];
  const program = compiledForCortexM(processor, 'cortexMRuns.cpp', script);
  const quiet = ['-nographic', '-monitor', 'none', '-serial', 'none'];
  const terminal = ['-semihosting-config', 'enable=on,target=native'];
  return runTool(
    'qemu-system-arm',
    ['-M', machine, ...quiet, ...terminal, '-kernel', program],
    input,
  );
}
