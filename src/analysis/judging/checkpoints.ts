/**
 * Detectors as they were at places of the history: so nothing has to be kept of each sample, and
 * what else was known there is worked out once more from the nearest of them.
 */
import { copyDetector } from '../../detector/copyDetector.ts';
import type { Detector } from '../../detector/detector.ts';

/** Detectors as they were before a sample. */
export interface Checkpoint {
  readonly index: number;
  /** By channel; null is not judged. */
  readonly detectors: readonly (Detector | null)[];
}

export interface Checkpoints {
  /** What the detectors know before sample `index`, which is behind all that are kept. */
  keep(index: number, detectors: readonly (Detector | null)[]): void;
  /** The nearest at or before `index`, or undefined; not a copy. */
  before(index: number): Checkpoint | undefined;
  samplesGivenUp(start: number): void;
  clear(): void;
}

export function createCheckpoints(): Checkpoints {
  /** Ascending. */
  let kept: Checkpoint[] = [];
  return {
    keep(index, detectors) {
      kept.push({ index, detectors: detectors.map((its) => its && copyDetector(its)) });
    },
    before: (index) => kept.findLast((checkpoint) => checkpoint.index <= index),
    samplesGivenUp(start) {
      while ((kept[0]?.index ?? start) < start) kept.shift();
    },
    clear() {
      kept = [];
    },
  };
}
