/**
 * What keeping a sample costs, beside writing time and value into a bare ring of the same length in
 * the same run; and what a view and statistics of all that is retained cost.
 *
 * The machine is shared and noisy, so each figure is the least of many short rounds, in turns.
 */

import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import { measure } from '../../../src/analysis/reporting/measure.ts';
import { viewOf } from '../../../src/analysis/reporting/view.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { appendSample, createHistory, timeAt } from '../../../src/history/history.ts';
import { seenSignal } from '../../analysis/fixtures/seenSignal.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

const ROUND_SAMPLES = 100_000;
const ROUNDS = 200;
const RETAINED = [1e4, 1e6, 1e7] as const;
const WIDTH_PX = 1000;
const random = mulberry32(1);
const signal = Float64Array.from({ length: ROUND_SAMPLES }, () => gaussian(random));

const RING_SIZE = 2 ** 20;
const ringTime = new Float64Array(RING_SIZE);
const ringValue = new Float64Array(RING_SIZE);

function fillRing(first: number): void {
  for (let i = 0; i < ROUND_SAMPLES; i++) {
    const at = (first + i) & (RING_SIZE - 1);
    ringTime[at] = first + i;
    ringValue[at] = signal[i] ?? 0;
  }
}

const row = new Float64Array(1);
/** As long as the ring, so that it gives up and takes in all the time. */
const small = createHistory(1, 32e6);

function fillHistory(history: typeof small): void {
  for (let i = 0; i < ROUND_SAMPLES; i++) {
    row[0] = signal[i] ?? 0;
    appendSample(history, history.end, row);
  }
}

function nanoseconds(work: () => void): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started);
}

let ring = Number.POSITIVE_INFINITY;
let kept = Number.POSITIVE_INFINITY;
for (let round = 0; round < ROUNDS; round++) {
  const first = round * ROUND_SAMPLES;
  ring = Math.min(ring, nanoseconds(() => fillRing(first)) / ROUND_SAMPLES);
  kept = Math.min(kept, nanoseconds(() => fillHistory(small)) / ROUND_SAMPLES);
}

process.stdout.write(
  `${[
    '| history, one channel | |',
    '| --- | --- |',
    `| keeping a sample | ${kept.toFixed(2)} ns |`,
    `| a bare ring write | ${ring.toFixed(2)} ns |`,
    '',
    `| samples retained and judged | view of all, ${WIDTH_PX} px | statistics of all |`,
    '| --- | --- | --- |',
  ].join('\n')}\n`,
);

const judging = createJudging(1, alike(DEFAULT_PARAMETERS), 300e6);
const { history } = judging;
const least = (work: () => void): string =>
  `${(Math.min(...Array.from({ length: 50 }, () => nanoseconds(work))) / 1e6).toFixed(2)} ms`;
for (const retained of RETAINED) {
  while (history.end < retained) {
    // Normal noise repeated would be too regular for the detector to flag anything.
    row[0] = gaussian(random);
    judging.sample(history.end, row);
  }
  const [from, to] = [timeAt(history, history.start), timeAt(history, history.end - 1)];
  const view = least(() => viewOf(seenSignal(judging), { kind: 'all' }, WIDTH_PX));
  const statistics = least(() => measure(seenSignal(judging), from, to));
  const count = `10^${Math.log10(history.end - history.start)}`;
  process.stdout.write(`| ${count} | ${view} | ${statistics} |\n`);
}
