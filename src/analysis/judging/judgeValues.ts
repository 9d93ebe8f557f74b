import type { Detector } from '../../detector/detector.ts';
import { judgeRun } from '../../detector/judge.ts';
import type { Run } from '../../detector/run.ts';

/** Judges samples of a run in order (`judgeRun`). */
export type JudgeSamples = typeof judgeRun;

/**
 * Judges the samples `[from, to)` of a channel that has a value in some of them alone: where it has
 * none there is nothing to judge, and for its detector nothing passes.
 */
export function judgeValues(
  detector: Detector,
  run: Run,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
): void {
  const { value } = run;
  for (let at = from; at < to; ) {
    while (at < to && Number.isNaN(value[at])) at += 1;
    let end = at;
    while (end < to && !Number.isNaN(value[end])) end += 1;
    if (end > at) judgeRun(detector, run, at, end, onVerdict);
    at = end;
  }
}
