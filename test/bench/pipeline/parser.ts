/**
 * The parsers alone: ns a sample line, beside only looking for the ends of the lines; and lines of any
 * other sketch, two values each, beside splitting them at the comma.
 */
import { createSampleLine, readFirmwareLine } from '../../../src/protocol/firmwareLine.ts';
import { createForeignChannels } from '../../../src/protocol/foreignChannels.ts';
import { readForeignLine } from '../../../src/protocol/foreignLine.ts';
import { createLineSplitter } from '../../../src/protocol/lineSplitter.ts';
import { noiseLines } from './lines.ts';

const SAMPLES = 1_000_000;
const CHUNK_BYTES = 65_536;
const ROUNDS = 7;
const firmwareBytes = noiseLines(0, SAMPLES, 1000);

/** Median time of a pass over all lines of `bytes`, in ns a line. */
function nsPerLine(
  pass: (chunk: Uint8Array) => void,
  bytes: Uint8Array = firmwareBytes,
  count = SAMPLES,
): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const startedMs = performance.now();
    for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
      pass(bytes.subarray(from, from + CHUNK_BYTES));
    }
    return ((performance.now() - startedMs) * 1e6) / count;
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

const ROWS = 200_000;
const decoder = new TextDecoder();
const two = (i: number) =>
  [(20 + (i % 100) / 10).toFixed(1), (40 + (i % 37) / 4).toFixed(2)] as const;
/** Two values a line in the forms that sketches write; the first is what plain splitting reads. */
const FORMS: readonly (readonly [string, (a: string, b: string) => string])[] = [
  ['21.5,40.25', (a, b) => `${a},${b}`],
  ['temp:21.5,hum:40.25', (a, b) => `temp:${a},hum:${b}`],
  ['Temp: 21.5 °C, Hum: 40.25 %', (a, b) => `Temp: ${a} °C, Hum: ${b} %`],
  ['{"temp":21.5,"hum":40.25}', (a, b) => `{"temp":${a},"hum":${b}}`],
  ['I (1234) dht: temp=21.5 hum=40.25', (a, b) => `I (1234) dht: temp=${a} hum=${b}`],
];

function foreignBytes(form: (a: string, b: string) => string): Uint8Array {
  const text = Array.from({ length: ROWS }, (_, i) => `${form(...two(i))}\r\n`);
  return new TextEncoder().encode(text.join(''));
}

/** ns a line of two values as the live path reads it, rows of channels and all. */
function nsPerRow(bytes: Uint8Array): number {
  const channels = createForeignChannels();
  let rows = 0;
  const reading = createLineSplitter({
    line(chunk, from, to) {
      const line = readForeignLine(decoder.decode(chunk.subarray(from, to)));
      if (line.form !== null) rows += channels.take(line, 0).rows.length;
    },
    tooLong: () => undefined,
  });
  const ns = nsPerLine((chunk) => reading.push(chunk), bytes, ROWS);
  if (rows !== ROWS * ROUNDS) throw new Error(`${rows} rows were read`);
  return ns;
}

let sum = 0;
const plain = createLineSplitter({
  line(chunk, from, to) {
    for (const cell of decoder.decode(chunk.subarray(from, to)).split(',')) sum += Number(cell);
  },
  tooLong: () => undefined,
});
const [comma] = FORMS;
if (!comma) throw new Error('no form');
const splitOnly = nsPerLine((chunk) => plain.push(chunk), foreignBytes(comma[1]), ROWS);
if (!Number.isFinite(sum)) throw new Error('numbers were not read');

const foreignRow = (task: string, ns: number) =>
  process.stdout.write(
    `| ${task.replaceAll('|', '\\|')} | ${(1e6 / ns).toFixed(0)} | ${(ns / splitOnly).toFixed(2)} |\n`,
  );
process.stdout.write(`\n${(1e6 / parsed).toFixed(0)} thousand firmware lines a second\n`);
process.stdout.write(
  "\n| rows of two values | thousand rows a second | × split(',') and Number |\n",
);
process.stdout.write('| --- | --- | --- |\n');
foreignRow("split(',') and Number", splitOnly);
for (const [name, form] of FORMS) foreignRow(name, nsPerRow(foreignBytes(form)));
