import { judgeRun } from '../../detector/judge.ts';

/** Judges samples of a run in order (`judgeRun`). */
export type JudgeSamples = typeof judgeRun;

/**
 * For a channel that has a value in some of the samples alone: where it has none there is nothing to
 * judge, and for its detector nothing passes.
 */
export const overValues =
  (judge: JudgeSamples): JudgeSamples =>
  (detector, run, from, to, onVerdict) => {
    const { value } = run;
    for (let at = from; at < to; ) {
      while (at < to && Number.isNaN(value[at])) at += 1;
      let end = at;
      while (end < to && !Number.isNaN(value[end])) end += 1;
      if (end > at) judge(detector, run, at, end, onVerdict);
      at = end;
    }
  };

export const judgeValues: JudgeSamples = overValues(judgeRun);
