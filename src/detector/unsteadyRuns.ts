/**
 * The fast way through the runs of a signal that has no steady rhythm. Noise changes sides every few
 * samples: none of its runs is judged, all are learned. rhythm.ts is the rule; the numbers here are
 * the same to the last bit.
 */
import {
  isUnsteady,
  judgeRhythm,
  LOGS,
  nextTurn,
  type Rhythm,
  RUNS,
  SURELY_UNSTEADY,
  sideOf,
} from './rhythm.ts';
import { ROUNDED_DOWN } from './sigma.ts';
import { CLIP, closeWatcherBlock } from './watcher.ts';

const MEAN_WEIGHT = 1 / RUNS.memory;
const USUAL_WEIGHT = 2 / RUNS.memory;
/** Samples are looked at so many at a time: the bits of a whole number. */
const BITS = 32;

/**
 * Takes the changes of sides among the valid samples `[from, to)` while no run is judged. Returns
 * the index of the first change at which one may be, or `to`.
 *
 * @param n samples before `from`
 */
export function takeTurns(
  rhythm: Rhythm,
  value: Float64Array,
  from: number,
  to: number,
  n: number,
): number {
  for (let at = from; ; ) {
    at = hasSettled(rhythm)
      ? learnRuns(rhythm, value, at, to, n - from)
      : nextTurn(rhythm, value, at, to);
    if (at === to || !isUnsteady(rhythm)) return at;
    judgeRhythm(rhythm, n + at - from + 1, sideOf(rhythm, value[at] ?? Number.NaN));
  }
}

/** Whether all weights are at their least, and no run is passed over. */
function hasSettled({ residuals, above, below, side, skip }: Rhythm): boolean {
  const fewest = Math.min(above.count, below.count);
  return residuals.n >= RUNS.memory && fewest >= 1 / USUAL_WEIGHT && side !== 0 && skip === 0;
}

/** Which of up to 32 samples from the newest look on are above the band, and which below; a bit each. */
const sides = { above: 0, below: 0 };

/** Compares without a branch: which way noise goes the processor could not guess. */
function lookAtSides(
  value: Float64Array,
  from: number,
  count: number,
  upper: number,
  lower: number,
): void {
  let above = 0;
  let below = 0;
  for (let i = from + count - 1; i >= from; i--) {
    const x = value[i] ?? Number.NaN;
    above = (above << 1) | Number(x > upper);
    below = (below << 1) | Number(x < lower);
  }
  sides.above = above;
  sides.below = below;
}

/** The larger of two is read from here: half of the new ones are, which nobody could guess either. */
const larger = new Float64Array(2);

/**
 * Learns the runs that end within `[from, to)`, up to the first change of sides that is not of an
 * unsteady rhythm, or whose run is beyond the bound. Returns the index of that change, or `to`.
 *
 * @param before number of the sample at `from` less `from` + 1
 */
function learnRuns(
  rhythm: Rhythm,
  value: Float64Array,
  from: number,
  to: number,
  before: number,
): number {
  const { residuals, upper, lower, above, below } = rhythm;
  const within = ROUNDED_DOWN * residuals.bound * residuals.bound;
  const unclipped = CLIP * CLIP * within;
  let { mean, variance, blockMax } = residuals;
  let usualAbove = above.usual;
  let usualBelow = below.usual;
  let { entered } = rhythm;
  let isAbove = rhythm.side === 1;
  let runs = 0;
  let center = 0;
  let y = 0;
  let end = to;

  for (let first = from; first < end; first += BITS) {
    lookAtSides(value, first, Math.min(BITS, to - first), upper, lower);
    let left = isAbove ? sides.below : sides.above;
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left);
      const i = first + bit;
      const length = before + i + 1 - entered;
      const log = LOGS[length] ?? Number.NaN;
      const usual = isAbove ? usualAbove : usualBelow;
      const residual = log - usual;
      const difference = residual - mean;
      const isPlain =
        variance > SURELY_UNSTEADY &&
        difference * difference <= within * variance &&
        residual * residual <= unclipped * variance;
      if (!isPlain) {
        end = i;
        break;
      }
      y = log;
      center = usual + mean;
      const size = Math.abs(difference) / Math.sqrt(variance);
      larger[0] = blockMax;
      larger[1] = size;
      blockMax = larger[Number(size > blockMax)] ?? 0;
      mean += MEAN_WEIGHT * difference;
      variance = (1 - MEAN_WEIGHT) * (variance + MEAN_WEIGHT * difference * difference);
      residuals.inBlock += 1;
      if (residuals.inBlock === RUNS.block) {
        residuals.blockMax = blockMax;
        closeWatcherBlock(residuals);
        blockMax = 0;
      }
      if (isAbove) usualAbove = usual + USUAL_WEIGHT * residual;
      else usualBelow = usual + USUAL_WEIGHT * residual;
      entered += length;
      isAbove = !isAbove;
      runs += 1;
      left = ((isAbove ? sides.below : sides.above) >>> bit) << bit;
    }
  }
  if (runs === 0) return end;

  residuals.n += runs;
  residuals.mean = mean;
  residuals.variance = variance;
  residuals.blockMax = blockMax;
  // They take turns; the last was on the side left last.
  above.count += isAbove ? runs >> 1 : (runs + 1) >> 1;
  below.count += isAbove ? (runs + 1) >> 1 : runs >> 1;
  above.usual = usualAbove;
  below.usual = usualBelow;
  rhythm.side = isAbove ? 1 : 2;
  rhythm.entered = entered;
  rhythm.deadline = Number.POSITIVE_INFINITY;
  rhythm.told = false;
  rhythm.goingOn = false;
  rhythm.value = y;
  rhythm.center = center;
  rhythm.reach = Number.POSITIVE_INFINITY;
  return end;
}
