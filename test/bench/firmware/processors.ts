/**
 * What the C++ detector costs small processors: a sample's mean and worst beside a bare update of mean
 * and variance, in cycles of an ATmega328P (simavr) and in instructions of a Cortex-M0 and an M4 (QEMU, which
 * knows no cycles); and the bytes that it takes there. Part of `npm run bench:firmware`.
 */
import { compiledForAvr, compiledSimavr, hasAvr, hasSimavr } from '../../arduino/avr.ts';
import { avrSize, cortexMSize, type Size, WITH_NUMBERS } from '../../arduino/codeSize.ts';
import { outputs } from '../../arduino/compile.ts';
import { type CortexM, countsOn, hasCortexM, M0, M4 } from '../../arduino/cortexM.ts';

/** A machine that turns: sampled slowly, each run of the signal is short, and more are judged. */
const PERIODS_MS = [100, 10];

type Counts = (defined: readonly string[]) => readonly number[];

function meanOf(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0) / counts.length;
}

type SizeWith = (defined: readonly string[]) => Size;

function say(name: string, unit: string, countsWith: Counts, sizeWith: SizeWith): void {
  const welford = meanOf(countsWith(['-DWELFORD']));
  for (const periodMs of PERIODS_MS) {
    const counts = countsWith([`-DPERIOD_MS=${periodMs}`]);
    const mean = meanOf(counts);
    const words = `${name}, every ${periodMs} ms: mean ${mean.toFixed(0)} ${unit} (${(mean / welford).toFixed(1)} x Welford's ${welford.toFixed(0)}), worst ${Math.max(...counts).toFixed(0)}`;
    process.stdout.write(`${words}\n`);
  }
  const { codeBytes, stateBytes } = sizeWith([]);
  const more = sizeWith(WITH_NUMBERS).codeBytes - codeBytes;
  process.stdout.write(
    `${name}: ${codeBytes} bytes of code beside the compiler's libraries, ${more} more where lines ask for fits, ${stateBytes} of state\n`,
  );
}

if (!hasAvr || !hasSimavr) {
  process.stdout.write('ATmega328P: gcc-avr or libsimavr-dev is not installed\n');
} else {
  const simavr = compiledSimavr();
  const cycles: Counts = (defined) =>
    outputs(simavr, [compiledForAvr('avrCycles.cpp', defined)])
      .stderr.trim()
      .split('\n')
      .map(Number);
  say('ATmega328P (16 cycles are 1 us)', 'cycles', cycles, avrSize);
}

if (!hasCortexM) {
  process.stdout.write('Cortex-M: gcc-arm-none-eabi or qemu-system-arm is not installed\n');
} else {
  const cores: readonly (readonly [string, CortexM])[] = [
    ['Cortex-M0', M0],
    ['Cortex-M4 with its floating-point unit', M4],
  ];
  for (const [name, core] of cores) {
    say(
      name,
      'instructions',
      (defined) => countsOn(core, defined),
      (defined) => cortexMSize(core, defined),
    );
  }
}
