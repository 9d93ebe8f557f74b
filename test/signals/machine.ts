import { gaussian, mulberry32 } from './benchmarkSignal.ts';

/** A signal in which something happens once, or nothing. */
export interface Episode {
  readonly values: number[];
  /** Samples that are different, `[from, to)`; null = none. */
  readonly odd: readonly [from: number, to: number] | null;
}

/** What a machine does at a turn of its cycle, counted in whole and part cycles; in its amplitude. */
type Course = (turn: number) => number;

const SAMPLES = 8000;
const NOISE = 0.1;
const stroke: Course = (turn) =>
  Math.sin(2 * Math.PI * turn) + 0.3 * Math.sin(4 * Math.PI * turn + 1);

interface Plan {
  /** How many cycles it lasts. */
  readonly cycles: number;
  /** The value there, given the turn, and the turn since it began. */
  readonly value: (turn: number, since: number) => number;
  /** Turns that the machine is ahead afterwards. */
  readonly ahead?: number;
}

/** A machine of 60 to 140 samples a cycle to which something happens between two thirds and nine tenths. */
function machine(seed: number, plan: Plan | null): Episode {
  const random = mulberry32(seed);
  const period = 60 + Math.floor(80 * random());
  const first = Math.floor(SAMPLES * (0.66 + 0.24 * random()));
  const last = plan ? first + Math.round(plan.cycles * period) : first;
  const values = Array.from({ length: SAMPLES }, (_, i) => {
    const turn = i / period;
    let value = stroke(turn);
    if (plan && i >= first) {
      value = i < last ? plan.value(turn, (i - first) / period) : stroke(turn + (plan.ahead ?? 0));
    }
    return value + NOISE * gaussian(random);
  });
  return { values, odd: plan ? [first, last] : null };
}

/** Nothing happens. */
export const undisturbedMachine = (seed: number): Episode => machine(seed, null);

/** One cycle is left out: the machine rests, where a stroke begins. */
export const missingCycle = (seed: number): Episode =>
  machine(seed, { cycles: 1, value: (turn, since) => stroke(turn - since) });

/** It stands still for four cycles. */
export const machineStuck = (seed: number): Episode =>
  machine(seed, { cycles: 4, value: (turn, since) => stroke(turn - since) });

/** It goes on half a cycle late. */
export const wrongPhase = (seed: number): Episode =>
  machine(seed, { cycles: 2, value: (turn) => stroke(turn + 0.5), ahead: 0.5 });

/** Three cycles of it are half as fast again. */
export const quickCycles = (seed: number): Episode =>
  machine(seed, { cycles: 3, value: (turn, since) => stroke(turn + 0.5 * since), ahead: 1.5 });

/** One stroke has half its size. */
export const weakStroke = (seed: number): Episode =>
  machine(seed, { cycles: 1, value: (turn) => 0.5 * stroke(turn) });

/** Three cycles have half their size. */
export const halfAmplitude = (seed: number): Episode =>
  machine(seed, { cycles: 3, value: (turn) => 0.5 * stroke(turn) });

/** Normal noise to which something happens from a place on, for good. */
function disturbedNoise(
  seed: number,
  lasts: number,
  disturb: (x: number, since: number, size: number) => number,
): Episode {
  const random = mulberry32(seed);
  const first = Math.floor(SAMPLES * (0.66 + 0.24 * random()));
  const size = random();
  const values = Array.from({ length: SAMPLES }, (_, i) => {
    const x = gaussian(random);
    return i >= first ? disturb(x, i - first, size) : x;
  });
  return { values, odd: [first, Math.min(SAMPLES, first + lasts)] };
}

/** A level that is 1.5 to 3 standard deviations higher. */
export const smallLevelShift = (seed: number): Episode =>
  disturbedNoise(seed, 256, (x, _, size) => x + 1.5 + 1.5 * size);

/** A climb of a standard deviation in 50 to 200 samples. */
export const climb = (seed: number): Episode =>
  disturbedNoise(seed, 600, (x, since, size) => x + since / (50 + 150 * size));

/** Noise that is three times as large. */
export const wilderNoise = (seed: number): Episode => disturbedNoise(seed, 256, (x) => 3 * x);
