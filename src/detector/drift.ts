/**
 * The drift watcher: the levels of whole blocks, each unfolded from the mean, judged as a series of
 * their own.
 */
import type { Tail } from './parameters.ts';
import { flooredSigma, ROUNDED_DOWN } from './sigma.ts';
import {
  changeWatcher,
  type Watcher,
  type WatcherKind,
  type WatcherSettings,
  watch,
  watcherLimit,
} from './watcher.ts';

export const LEVELS: WatcherKind = { block: 2, memory: 256, floor: 0 };

export interface Drift {
  readonly levels: Watcher;
  /** The mean at the end of the block before; NaN before the first. */
  last: number;
  /** The drift going on has alarmed or was held off: it neither counts nor holds off again. */
  told: boolean;
  /** By which share a whole block moves the mean, and the weight and block that it is of. */
  share: number;
  shareWeight: number;
  shareBlock: number;
  /** The last level that was beyond its limit, the mean of levels, and how far from it the limit was. */
  value: number;
  center: number;
  reach: number;
}

export const createDrift = (levels: Watcher): Drift => ({
  levels,
  last: Number.NaN,
  told: false,
  share: 1,
  shareWeight: 1,
  shareBlock: 0,
  value: 0,
  center: 0,
  reach: 0,
});

export const changeDrift = (drift: Drift, settings: WatcherSettings): void =>
  changeWatcher(drift.levels, settings);

/**
 * Judges the block that the newest sample ends. Returns the ratio that counts; where it is at most 1
 * and not asked for, perhaps 0.
 *
 * @param mean after that sample
 * @param weight of that sample in the mean
 * @param block its samples
 */
export function judgeDrift(
  drift: Drift,
  mean: number,
  weight: number,
  block: number,
  tail: Tail,
  asked: boolean,
): number {
  const { levels } = drift;
  const level = levelOf(drift, mean, weight, block);
  if (!asked && isOrdinary(drift, level)) {
    learnLevel(drift, level, mean, tail);
    return 0;
  }
  const limit = watcherLimit(levels);
  const { mean: center } = levels;
  const reach = limit * flooredSigma(levels.variance, center, levels.epsilon);
  const ratio = watch(levels, LEVELS, level, tail) / limit;
  drift.last = mean;
  if (ratio > 1) {
    drift.value = level;
    drift.center = center;
    drift.reach = reach;
  } else {
    drift.told = false;
  }
  return drift.told ? 0 : ratio;
}

/** The level of the block alone that the newest sample ends, unfolded from the mean. */
export function levelOf(drift: Drift, mean: number, weight: number, block: number): number {
  const { last } = drift;
  // A power is dear, and once W samples are past always the same.
  if (weight !== drift.shareWeight || block !== drift.shareBlock) {
    drift.share = 1 - (1 - weight) ** block;
    drift.shareWeight = weight;
    drift.shareBlock = block;
  }
  return Number.isNaN(last) ? mean : last + (mean - last) / drift.share;
}

/** Whether a level is within the bound. The limit is nowhere below it: that can wait, and the fit with it. */
export function isOrdinary({ levels }: Drift, level: number): boolean {
  const { n, mean, variance, bound, epsilon } = levels;
  if (n === 0) return true;
  return Math.abs(level - mean) <= ROUNDED_DOWN * bound * flooredSigma(variance, mean, epsilon);
}

/** Learns an ordinary level. */
export function learnLevel(drift: Drift, level: number, mean: number, tail: Tail): void {
  watch(drift.levels, LEVELS, level, tail);
  drift.last = mean;
  drift.told = false;
}
