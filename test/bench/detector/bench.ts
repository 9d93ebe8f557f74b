/**
 * `npm run bench:detector`: what the detector costs per sample, beside a bare Welford mean and
 * variance loop over the same Float64Array in the same run, and what a what-if over a million
 * retained samples costs.
 *
 * The machine is shared and noisy, so each figure is the least of many short rounds, in turns; a
 * what-if is long, and each of its slices is a round of its own.
 */

import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import { createDetector } from '../../../src/detector/detector.ts';
import { judgeRun } from '../../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../../src/detector/parameters.ts';
import type { Run } from '../../../src/detector/run.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

const SAMPLES = 20_000;
const ROUNDS = 300;
const RETAINED = 1_000_000;
const WHAT_IF_ROUNDS = 30;
/** Shorter than the engine's: a busy machine leaves no longer one undisturbed. */
const SLICE_SAMPLES = 8192;

const random = mulberry32(1);
const signal = Float64Array.from({ length: RETAINED }, () => gaussian(random));
const values = signal.subarray(0, SAMPLES);
const time = Float64Array.from(values, (_, i) => i * 20);
const limits = { lower: new Float32Array(SAMPLES), upper: new Float32Array(SAMPLES) };

/** Welford, Technometrics 4(3), 1962. */
function welford(data: Float64Array): number {
  let n = 0;
  let mean = 0;
  let m2 = 0;
  for (let i = 0; i < data.length; i++) {
    const x = data[i] ?? 0;
    n += 1;
    const delta = x - mean;
    mean += delta / n;
    m2 += delta * (x - mean);
  }
  return mean + m2 / n;
}

let flags = 0;
const countFlag = () => {
  flags += 1;
};

function detect(run: Run, change: Partial<Parameters> = {}): number {
  const detector = createDetector({ ...DEFAULT_PARAMETERS, ...change });
  judgeRun(detector, run, 0, SAMPLES, countFlag);
  return detector.mean;
}

/** Keeps results in use, so that no round is compiled away. */
let sink = 0;

/** The least time of one sample of each task, in ns, the tasks taking turns. */
function leastNs(tasks: readonly (() => number)[], samples: number, rounds: number): number[] {
  const least = tasks.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [i, task] of tasks.entries()) {
      const started = performance.now();
      sink += task();
      const ns = ((performance.now() - started) * 1e6) / samples;
      least[i] = Math.min(least[i] ?? ns, ns);
    }
  }
  return least;
}

const judging = createJudging(1, alike(DEFAULT_PARAMETERS), 250e6);
for (const [i, x] of signal.entries()) judging.sample(i * 20, [x]);

/** Of a what-if over all that is retained, in ns a sample: the least of each slice, summed up. */
function leastWhatIfNs(rounds: number): number {
  const least: number[] = [];
  let { gamma } = DEFAULT_PARAMETERS;
  for (let round = 0; round < rounds; round++) {
    // Another value each time, as a moving slider gives.
    gamma = gamma > 4.5 ? 3.5 : gamma + 0.01;
    let slice = 0;
    let started = performance.now();
    judging.judgeWith(alike({ ...DEFAULT_PARAMETERS, gamma }));
    for (let isOver = false; !isOver; slice++) {
      isOver = judging.advance(SLICE_SAMPLES);
      const now = performance.now();
      least[slice] = Math.min(least[slice] ?? Number.POSITIVE_INFINITY, now - started);
      started = now;
    }
    sink += judging.events.all().length;
  }
  return (least.reduce((sum, ms) => sum + ms, 0) * 1e6) / RETAINED;
}

const noise: Run = { time, value: values, limits: null };
/** A beat of a hundred samples, as a machine has: noise changes sides all the time. */
const beat: Run = {
  ...noise,
  value: values.map((x, i) => Math.sin((2 * Math.PI * i) / 100) + 0.1 * x),
};
const LEVEL = { drift: 0, rhythm: 0 };
const SEASON = { season: 100 * DEFAULT_PARAMETERS.period };
const tasks: readonly (readonly [name: string, task: () => number])[] = [
  ['bare Welford loop', () => welford(values)],
  ['level alone', () => detect(noise, LEVEL)],
  ['level and drift', () => detect(noise, { rhythm: 0 })],
  ['level and rhythm', () => detect(noise, { drift: 0 })],
  ['level and season', () => detect(noise, { ...LEVEL, ...SEASON })],
  ['level, drift, rhythm', () => detect(noise)],
  ['level, drift, rhythm, limits written for drawing', () => detect({ ...noise, limits })],
  ['a beat: level and drift', () => detect(beat, { rhythm: 0 })],
  ['a beat: level, drift, rhythm', () => detect(beat)],
  ['a beat: all with season', () => detect(beat, SEASON)],
];
const ns = leastNs(
  tasks.map(([, task]) => task),
  SAMPLES,
  ROUNDS,
);
const [bareLong = 0] = leastNs([() => welford(signal)], RETAINED, WHAT_IF_ROUNDS);
const again = leastWhatIfNs(WHAT_IF_ROUNDS);

const row = (name: string, ns: number, beside: number) =>
  `| ${name} | ${ns.toFixed(1)} | ${(ns / beside).toFixed(2)} |`;
process.stdout.write(
  `${[
    '| task | ns a sample | × Welford |',
    '| --- | --- | --- |',
    ...tasks.map(([name], i) => row(name, ns[i] ?? 0, ns[0] ?? 0)),
    row('bare Welford loop over 1e6', bareLong, bareLong),
    row('what-if over 1e6 retained samples', again, bareLong),
  ].join('\n')}\n`,
);
if (!Number.isFinite(sink) || flags < 0) process.exitCode = 1;
