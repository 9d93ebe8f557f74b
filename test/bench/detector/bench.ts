/**
 * `npm run bench:detector`: what the detector costs per sample, beside a bare Welford mean and
 * variance loop over the same Float64Array in the same run, and what a what-if over a million
 * retained samples costs.
 *
 * The machine is shared and noisy, so each figure is the least of many short rounds, in turns; a
 * what-if is long, and each of its slices is a round of its own. What a view shows after it belongs to
 * it: limits are worked out where they are seen.
 */

import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import type { ViewRange } from '../../../src/analysis/messages/viewMessages.ts';
import { viewOf } from '../../../src/analysis/reporting/view.ts';
import { createDetector } from '../../../src/detector/detector.ts';
import { judgeRun } from '../../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../../src/detector/parameters.ts';
import type { Run } from '../../../src/detector/run.ts';
import { seenSignal } from '../../analysis/fixtures/seenSignal.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

const SAMPLES = 20_000;
const ROUNDS = 300;
const RETAINED = 1_000_000;
const WHAT_IF_ROUNDS = 30;
/** Shorter than the engine's: a busy machine leaves no longer one undisturbed. */
const SLICE_SAMPLES = 8192;
const VIEW_PX = 1000;

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

const signalOfIt = seenSignal(judging);
const slices = Array.from({ length: Math.ceil(RETAINED / SLICE_SAMPLES) }, (_, i) =>
  signal.subarray(i * SLICE_SAMPLES, (i + 1) * SLICE_SAMPLES),
);

/** Sums up the least time of each part of what is done again and again. */
function createLeast() {
  const least: number[] = [];
  let part = 0;
  let startedMs = 0;
  return {
    begin() {
      part = 0;
      startedMs = performance.now();
    },
    partDone() {
      const now = performance.now();
      least[part] = Math.min(least[part] ?? Number.POSITIVE_INFINITY, now - startedMs);
      part += 1;
      startedMs = performance.now();
    },
    nsPerSample: () => (least.reduce((sum, ms) => sum + ms, 0) * 1e6) / RETAINED,
  };
}

/** A what-if over all that is retained, seen by a view of `range`; the view is a part like its slices. */
function whatIf(gamma: number, range: ViewRange, least: ReturnType<typeof createLeast>): void {
  least.begin();
  judging.judgeWith(alike({ ...DEFAULT_PARAMETERS, gamma }));
  for (let isOver = false; !isOver; least.partDone()) isOver = judging.advance(SLICE_SAMPLES);
  sink += viewOf(signalOfIt, range, VIEW_PX).channels.length;
  least.partDone();
  sink += judging.events.all().length;
}

const VIEWS: readonly (readonly [seen: string, range: ViewRange])[] = [
  ['all in view', { kind: 'all' }],
  ['the newest 500 in view', { kind: 'live', windowMs: 10_000 }],
  ['120 000 in view, the most of which each limit is read', { kind: 'live', windowMs: 2.4e6 }],
];

/** Of a bare Welford loop over all of it, and of what-ifs seen in each view, in turns; ns a sample. */
function leastWhatIfsNs(rounds: number): number[] {
  const bare = createLeast();
  const each = VIEWS.map(createLeast);
  let { gamma } = DEFAULT_PARAMETERS;
  for (let round = 0; round < rounds; round++) {
    bare.begin();
    for (const slice of slices) {
      sink += welford(slice);
      bare.partDone();
    }
    for (const [i, [, range]] of VIEWS.entries()) {
      const least = each[i];
      // Another value each time, as a moving slider gives.
      gamma = gamma > 4.5 ? 3.5 : gamma + 0.01;
      if (least) whatIf(gamma, range, least);
    }
  }
  return [bare, ...each].map((least) => least.nsPerSample());
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
const [bareLong = 0, ...whatIfs] = leastWhatIfsNs(WHAT_IF_ROUNDS);

const row = (name: string, ns: number, beside: number) =>
  `| ${name} | ${ns.toFixed(1)} | ${(ns / beside).toFixed(2)} |`;
process.stdout.write(
  `${[
    '| task | ns a sample | × Welford |',
    '| --- | --- | --- |',
    ...tasks.map(([name], i) => row(name, ns[i] ?? 0, ns[0] ?? 0)),
    row('bare Welford loop over 1e6', bareLong, bareLong),
    ...VIEWS.map(([seen], i) => row(`what-if over 1e6, ${seen}`, whatIfs[i] ?? 0, bareLong)),
  ].join('\n')}\n`,
);
if (!Number.isFinite(sink) || flags < 0) process.exitCode = 1;
