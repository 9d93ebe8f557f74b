/**
 * What keeping a sample costs, beside writing time and value into a bare ring of the same length in
 * the same run; and what a view and statistics over ten million retained samples cost.
 *
 * The machine is shared and noisy, so each figure is the least of many short rounds, in turns.
 */
import { measure } from '../../../src/analysis/measure.ts';
import { columnsOf, rangeBetween } from '../../../src/history/columns.ts';
import { appendSample, createHistory, timeAt } from '../../../src/history/history.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

const ROUND_SAMPLES = 100_000;
const ROUNDS = 200;
const RETAINED = 10_000_000;
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
const large = createHistory(1, 300e6);

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

while (large.end < RETAINED) fillHistory(large);
const from = timeAt(large, large.start);
const to = timeAt(large, large.end - 1);
const least = (work: () => void): number =>
  Math.min(...Array.from({ length: 30 }, () => nanoseconds(work))) / 1e6;
const view = least(() => columnsOf(large, 0, rangeBetween(large, from, to), WIDTH_PX));
const statistics = least(() => measure(large, from, to));

process.stdout.write(
  `${[
    '| history, one channel | |',
    '| --- | --- |',
    `| keeping a sample | ${kept.toFixed(2)} ns |`,
    `| a bare ring write | ${ring.toFixed(2)} ns |`,
    `| retained | ${large.end - large.start} samples |`,
    `| all of them as ${WIDTH_PX} columns | ${view.toFixed(2)} ms |`,
    `| statistics of all of them | ${statistics.toFixed(2)} ms |`,
  ].join('\n')}\n`,
);
