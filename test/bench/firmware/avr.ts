/**
 * What the C++ detector costs an ATmega328P, in cycles of simavr: a sample's mean and worst beside a
 * bare update of mean and variance; and the bytes that it takes there, on a Cortex-M0 and on an M4. Part of
 * `npm run bench:firmware`.
 */
import { compiledForAvr, compiledSimavr, hasAvr, hasSimavr } from '../../arduino/avr.ts';
import { avrSize, cortexMSize } from '../../arduino/codeSize.ts';
import { outputs } from '../../arduino/compile.ts';
import { hasCortexM, M0, M4 } from '../../arduino/cortexM.ts';

const MHZ = 16;

function cycles(simavr: string, flags: readonly string[]): { mean: number; worst: number } {
  const program = compiledForAvr('avrCycles.cpp', flags);
  const counts = outputs(simavr, [program]).stderr.trim().split('\n').map(Number);
  const sum = counts.reduce((total, count) => total + count, 0);
  return { mean: sum / counts.length, worst: Math.max(...counts) };
}

if (!hasAvr || !hasSimavr) {
  process.stdout.write('ATmega328P: gcc-avr or libsimavr-dev is not installed\n');
} else {
  const simavr = compiledSimavr();
  const welford = cycles(simavr, ['-DWELFORD']);
  for (const periodMs of [100, 10]) {
    const detector = cycles(simavr, [`-DPERIOD_MS=${periodMs}`]);
    const us = (count: number) => (count / MHZ).toFixed(0);
    process.stdout.write(
      `ATmega328P, a turning machine every ${periodMs} ms: mean ${detector.mean.toFixed(0)} cycles (${us(detector.mean)} us, ${(
        detector.mean / welford.mean
      ).toFixed(
        1,
      )} x Welford's ${welford.mean.toFixed(0)}), worst ${detector.worst} (${us(detector.worst)} us)\n`,
    );
  }
}

const sizes = [
  ...(hasAvr ? [['ATmega328P', avrSize()] as const] : []),
  ...(hasCortexM ? [['Cortex-M0', cortexMSize(M0)] as const] : []),
  ...(hasCortexM ? [['Cortex-M4', cortexMSize(M4)] as const] : []),
];
for (const [name, { codeBytes, stateBytes }] of sizes) {
  process.stdout.write(
    `${name}: ${codeBytes} bytes of code beside the compiler's libraries, ${stateBytes} of state\n`,
  );
}
