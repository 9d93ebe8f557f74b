/** The studies over one channel of a signal, as generators that yield their progress. */
import { ALARM, OUTLIER } from '../../detector/detector.ts';
import { checkParameters, type Parameters } from '../../detector/parameters.ts';
import { PRESETS } from '../../detector/presets.ts';
import { columnsOf } from '../../history/columns.ts';
import type {
  ExperimentRow,
  Study,
  StudyProgress,
  StudyResult,
  Suggestion,
} from '../messages/studyMessages.ts';
import type { Mark } from '../messages/viewMessages.ts';
import { seasonStudy } from './seasonStudy.ts';
import type { StudyMaterial } from './studyMaterial.ts';
import { judgeSignal, type StudyFlag, signalOf } from './studyRun.ts';

type Running<Result> = Generator<StudyProgress, Result>;

/** Of so many, every second one is as good for a drawing. */
const MOST_FLAGS = 100_000;
/** Marks in a small multiple beyond this many cannot be told apart. */
const MOST_MARKS = 400;

export function runStudy(
  study: Exclude<Study, { kind: 'train' }>,
  material: StudyMaterial,
): Running<StudyResult> {
  switch (study.kind) {
    case 'experiments':
      return experiments(study, material);
    case 'heat-map':
      return heatMap(study, material);
    case 'suggest':
      return suggest(study, material);
    case 'season':
      return seasonStudy(study, material);
    default:
      return study satisfies never;
  }
}

function* experiments(
  { widthPx }: Extract<Study, { kind: 'experiments' }>,
  material: StudyMaterial,
): Running<StudyResult> {
  const { history, channel, restarts, labels, epsilon } = material;
  const { time, value } = columnsOf(
    history,
    channel,
    { from: history.start, to: history.end },
    widthPx,
  );
  const rows: ExperimentRow[] = [];
  for (const [i, preset] of PRESETS.entries()) {
    const parameters = { ...material.parameters, ...preset.values };
    const signal = signalOf(history, channel, restarts);
    const flags = createThinned<StudyFlag>(MOST_FLAGS);
    // R is the signal's: no sample is left out for the sake of a preset.
    const judged = { ...parameters, period: material.parameters.period };
    const judging = judgeSignal(signal, judged, labels, epsilon, flags.add);
    let step = judging.next();
    for (; !step.done; step = judging.next()) {
      yield { done: (i + step.value) / PRESETS.length, best: null };
    }
    const { sigma: _, ...outcome } = step.value;
    rows.push({
      name: preset.name,
      parameters,
      samples: signal.length,
      ...outcome,
      time: time.slice(),
      value: value.slice(),
      marks: marksOf(flags.kept(), signal.run.time, signal.run.value),
    });
  }
  return { kind: 'experiments', rows };
}

function* heatMap(
  { parameters, gammas, deltas, of }: Extract<Study, { kind: 'heat-map' }>,
  { history, channel, restarts, labels, parameters: inForce, epsilon }: StudyMaterial,
): Running<StudyResult> {
  const signal = signalOf(history, channel, restarts);
  const [row, column] = of ?? ['gamma', 'delta'];
  const given = { ...parameters, period: inForce.period };
  const measure = labels.length > 0 ? 'f1' : 'share-flagged';
  const values: number[][] = [];
  const cells = gammas.length * deltas.length;
  let done = 0;
  for (const gamma of gammas) {
    const line: number[] = [];
    for (const delta of deltas) {
      const judging = judgeSignal(
        signal,
        { ...given, [row]: gamma, [column]: delta },
        labels,
        epsilon,
      );
      let step = judging.next();
      for (; !step.done; step = judging.next()) {
        yield { done: (done + step.value) / cells, best: null };
      }
      line.push(step.value.scores?.f1 ?? step.value.shareFlagged);
      done += 1;
    }
    values.push(line);
  }
  return { kind: 'heat-map', gammas, deltas, measure, values };
}

function* suggest(
  { parameters: edited, budgetMs, seed }: Extract<Study, { kind: 'suggest' }>,
  { history, channel, restarts, labels, parameters: inForce, epsilon, nowMs }: StudyMaterial,
): Running<StudyResult> {
  const signal = signalOf(history, channel, restarts);
  const parameters = { ...edited, period: inForce.period };
  const random = seededRandom(seed);
  const startedMs = nowMs();
  let best: Suggestion | null = null;
  let tried = 0;
  for (;;) {
    const candidate = nextCandidate(parameters, best, tried, random);
    const judging = judgeSignal(signal, candidate, labels, epsilon);
    let step = judging.next();
    for (; !step.done; step = judging.next()) {
      const done = Math.min(1, (nowMs() - startedMs) / budgetMs);
      yield { done, best };
      if (done >= 1) return { kind: 'suggest', best, tried };
    }
    tried += 1;
    const { scores } = step.value;
    if (scores && (best === null || scores.f1 > best.scores.f1)) {
      // R is not searched: it stays what the person has.
      best = { parameters: { ...candidate, period: edited.period }, scores };
    }
  }
}

/** What is in force first; then now a leap anywhere, now a step from the best so far. */
function nextCandidate(
  given: Parameters,
  best: Suggestion | null,
  tried: number,
  random: () => number,
): Parameters {
  if (tried === 0) return given;
  const between = (low: number, high: number) => low + (high - low) * random();
  const log = (low: number, high: number) => Math.exp(between(Math.log(low), Math.log(high)));
  const from = best !== null && random() < 0.5 ? best.parameters : null;
  const near = (value: number, low: number, high: number) =>
    Math.min(high, Math.max(low, value * log(0.7, 1.4)));
  const choose = (value: number | undefined, low: number, high: number) =>
    value === undefined ? log(low, high) : near(value, low, high);
  /** A watcher may be off: one in four is, and a step from an off one mostly stays there. */
  const offOr = (value: number | undefined, bound: (value: number | undefined) => number) => {
    if (random() < (value === 0 ? 0.75 : 0.25)) return 0;
    return rounded(bound(value || undefined), 1);
  };
  // Of δ it is the distance from 1 that matters.
  const distance = choose(from ? 1 - from.delta : undefined, 0.001, 0.5);
  const candidate: Parameters = {
    ...given,
    gamma: rounded(choose(from?.gamma, 0.5, 10), 2),
    delta: rounded(1 - distance, 4),
    maxima: Math.round(choose(from?.maxima, 3, 64)),
    block: Math.round(choose(from?.block, 4, 512)),
    memory: Math.round(choose(from?.memory || undefined, 16, 20_000)),
    drift: offOr(from?.drift, (value) => choose(value, 1.5, 12)),
    rhythm: offOr(from?.rhythm, (value) => choose(value, 2, 15)),
    fatigue: rounded(between(0, 0.3), 2),
  };
  return checkParameters(candidate) === null ? candidate : given;
}

function marksOf(
  flags: readonly StudyFlag[],
  time: Float64Array,
  value: Float64Array,
): readonly Mark[] {
  const every = Math.max(1, Math.ceil(flags.length / MOST_MARKS));
  return flags
    .filter(({ bits }, i) => i % every === 0 || (bits & ALARM) !== 0)
    .slice(0, 2 * MOST_MARKS)
    .map(({ at, bits, cause }) => ({
      timeMs: time[at] ?? Number.NaN,
      value: value[at] ?? Number.NaN,
      by: 'browser',
      outlier: (bits & OUTLIER) !== 0,
      alarms: bits & ALARM ? 1 : 0,
      cause,
    }));
}

/** Keeps what it is given; from `most` on every second, then every fourth of it, and so on. */
function createThinned<One>(most: number): {
  readonly add: (one: One) => void;
  readonly kept: () => readonly One[];
} {
  let kept: One[] = [];
  let every = 1;
  let seen = 0;
  return {
    add(one) {
      if (seen++ % every !== 0) return;
      kept.push(one);
      if (kept.length < most) return;
      kept = kept.filter((_, i) => i % 2 === 0);
      every *= 2;
    },
    kept: () => kept,
  };
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** Marsaglia's xorshift, 32 bits: the same seed gives the same search. */
function seededRandom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
