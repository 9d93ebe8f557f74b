import { type BenchmarkSignal, score } from '../../signals/benchmarkSignal.ts';
import type { Change } from '../../signals/changes.ts';
import type { Flagger } from './peers.ts';

/** Makes a detector that has learned nothing. */
export type NewFlagger = () => Flagger;

/** Labels are compared from this sample on, after everyone's warm-up. */
const SCORED_FROM = 500;
/** So many samples without a flag, and the detector has taken a change for normal. */
const QUIET_SAMPLES = 100;

/** Indices of the samples flagged. */
function flags(newFlagger: NewFlagger, values: readonly number[]): number[] {
  const flag = newFlagger();
  const found: number[] = [];
  for (const [i, x] of values.entries()) if (flag(x)) found.push(i);
  return found;
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Mean and worst F1 and mean recall over signals with labels. */
export function labelledQuality(newFlagger: NewFlagger, signals: readonly BenchmarkSignal[]) {
  const scores = signals.map((signal) =>
    score(flags(newFlagger, signal.values), signal, SCORED_FROM),
  );
  const f1 = scores.map((each) => each.f1);
  return {
    f1Mean: mean(f1),
    f1Worst: Math.min(...f1),
    recall: mean(scores.map((each) => each.recall)),
    f1Below: (bound: number) => f1.filter((each) => each < bound).length / f1.length,
  };
}

/** Flags per sample over signals in which nothing happens. */
export function flagRate(newFlagger: NewFlagger, noises: readonly (readonly number[])[]): number {
  return mean(noises.map((values) => flags(newFlagger, values).length / values.length));
}

/** How a detector answers a change; means over the signals. */
export interface Answer {
  /** Share of the changes that were flagged. */
  readonly noticed: number;
  /** Samples from the change to its first flag. */
  readonly delay: number;
  /** Flags from the change until the detector is quiet. */
  readonly flags: number;
  /** Samples from the change to the last of these. */
  readonly lasting: number;
  /** All other flags. */
  readonly falseFlags: number;
}

/** Means over signals that change once; delay, flags and lasting over those noticed. */
export function answerToChange(
  newFlagger: NewFlagger,
  changes: readonly Change[],
  /** A flag later than this many samples after the change is no answer to it. */
  noticedWithin: number,
): Answer {
  const answers = changes.map(({ values, at }) => {
    const found = flags(newFlagger, values);
    const answer: number[] = [];
    for (const i of found) {
      const since = answer.at(-1);
      const inTime = since === undefined ? i <= at + noticedWithin : i - since <= QUIET_SAMPLES;
      if (i >= at && inTime) answer.push(i);
    }
    const first = answer.at(0);
    const last = answer.at(-1);
    return {
      delay: first === undefined ? null : first - at,
      lasting: last === undefined ? 0 : last - at + 1,
      flags: answer.length,
      falseFlags: found.length - answer.length,
    };
  });
  const noticed = answers.filter((answer) => answer.delay !== null);
  return {
    noticed: noticed.length / answers.length,
    delay: mean(noticed.map((answer) => answer.delay ?? 0)),
    flags: mean(noticed.map((answer) => answer.flags)),
    lasting: mean(noticed.map((answer) => answer.lasting)),
    falseFlags: mean(answers.map((answer) => answer.falseFlags)),
  };
}
