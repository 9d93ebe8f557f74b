/** The parser alone: ns a sample line, beside only looking for the ends of the lines. */
import { createSampleLine, readFirmwareLine } from '../../../src/protocol/firmwareLine.ts';
import { createLineSplitter } from '../../../src/protocol/lineSplitter.ts';
import { noiseLines } from './lines.ts';

const SAMPLES = 1_000_000;
const CHUNK_BYTES = 65_536;
const ROUNDS = 7;
const bytes = noiseLines(0, SAMPLES, 1000);

/** Median time of a pass over all lines, in ns a line. */
function nsPerLine(pass: (chunk: Uint8Array) => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const startedMs = performance.now();
    for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
      pass(bytes.subarray(from, from + CHUNK_BYTES));
    }
    return ((performance.now() - startedMs) * 1e6) / SAMPLES;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

let lines = 0;
const splitting = createLineSplitter({
  line: () => {
    lines += 1;
  },
  tooLong: () => undefined,
});
const sample = createSampleLine();
let samples = 0;
const parsing = createLineSplitter({
  line: (chunk, from, to) => {
    if (readFirmwareLine(chunk, from, to, sample) === 'sample') samples += 1;
  },
  tooLong: () => undefined,
});

const ends = nsPerLine((chunk) => {
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
});
const split = nsPerLine((chunk) => splitting.push(chunk));
const parsed = nsPerLine((chunk) => parsing.push(chunk));
if (samples !== SAMPLES * ROUNDS || lines !== 2 * samples) {
  throw new Error(`${samples} samples and ${lines} lines were read`);
}

const row = (task: string, ns: number) =>
  process.stdout.write(`| ${task} | ${ns.toFixed(0)} | ${(ns / ends).toFixed(1)} |\n`);
process.stdout.write('| task | ns a line | × looking for ends |\n| --- | --- | --- |\n');
row('looking for the ends of lines', ends);
row('cutting into lines', split);
row('cutting, checking the sum, reading the numbers', parsed);
