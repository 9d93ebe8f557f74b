/**
 * The detector over a channel of the signal with other parameters than those in force: the work
 * behind experiments, tuning map and suggestion. Done in slices, so that whoever drives it can let
 * live samples through, show progress and stop.
 */
import { ALARM, type Cause, createDetector } from '../../detector/detector.ts';
import { judgeRun } from '../../detector/judge.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { Run } from '../../detector/run.ts';
import { createMatcher, type Scores, scoresOf } from '../../detector/scores.ts';
import { type History, timeAt, valueAt } from '../../history/history.ts';
import { countRuns } from '../../history/tally.ts';
import type { Tally } from '../messages/findings.ts';
import type { Label } from '../messages/studyMessages.ts';

/** Some milliseconds of work. */
const SLICE_SAMPLES = 100_000;
/** A copy of more would take more memory than a study is worth; the newest are taken. */
const MOST_SAMPLES = 4_000_000;

export interface StudySignal {
  readonly run: Run;
  readonly length: number;
  /** Places at which the detector starts anew, ascending. */
  readonly restarts: readonly number[];
}

/** Copies the retained samples of a channel. */
export function signalOf(
  history: History,
  channel: number,
  restarts: readonly number[],
): StudySignal {
  const from = Math.max(history.start, history.end - MOST_SAMPLES);
  const length = history.end - from;
  const time = new Float64Array(length);
  const value = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    time[i] = timeAt(history, from + i);
    value[i] = valueAt(history, channel, from + i);
  }
  return {
    run: { time, value, limits: null },
    length,
    restarts: restarts.filter((index) => index > from).map((index) => index - from),
  };
}

export interface StudyFlag {
  readonly at: number;
  readonly bits: number;
  readonly cause: Cause;
}

export interface StudyOutcome {
  readonly tally: Tally;
  /** Alarms by what raised them. */
  readonly causes: Readonly<Record<Cause, number>>;
  /** Samples before the first fit: of them nothing was judged. */
  readonly learning: number;
  /** Standard deviation at the end, as it was judged: with the season taken off. */
  readonly sigma: number;
  readonly shareFlagged: number;
  readonly firstFlagMs: number | null;
  readonly scores: Scores | null;
}

/**
 * Judges a whole signal. Yields between slices the share done, 0..1; returns what was found.
 *
 * @param labels of the signal's channel
 * @param onFlag gets every flagged sample, for a drawing
 */
export function* judgeSignal(
  signal: StudySignal,
  parameters: Parameters,
  labels: readonly Label[],
  epsilon: number,
  onFlag: (flag: StudyFlag) => void = () => undefined,
): Generator<number, StudyOutcome> {
  const matcher = createMatcher(labels);
  const count = countRuns();
  let firstFlagMs: number | null = null;
  const causes: Record<Cause, number> = { level: 0, drift: 0, rhythm: 0 };
  let learning = 0;
  let detector = createDetector(parameters, epsilon);
  let nextRestart = 0;
  for (let from = 0; from < signal.length; ) {
    while (signal.restarts[nextRestart] === from) {
      detector = createDetector(parameters, epsilon);
      nextRestart += 1;
    }
    const to = Math.min(
      signal.length,
      // Block by block up to the first fit.
      from +
        (detector.fitted ? SLICE_SAMPLES : detector.block - (detector.n - detector.blockStart)),
      signal.restarts[nextRestart] ?? Number.POSITIVE_INFINITY,
    );
    if (!detector.fitted) learning += to - from;
    judgeRun(detector, signal.run, from, to, (at, bits) => {
      const timeMs = signal.run.time[at] ?? Number.NaN;
      firstFlagMs ??= timeMs;
      matcher.flag(timeMs);
      count.add(bits);
      if (bits & ALARM) causes[detector.cause] += 1;
      onFlag({ at, bits, cause: bits & ALARM ? detector.cause : 'level' });
    });
    from = to;
    yield from / signal.length;
  }
  const { outliers, alarms, collective } = count.total();
  const tally = { outliers, alarms, collective };
  return {
    tally,
    causes,
    learning,
    sigma: detector.sigma,
    shareFlagged: signal.length > 0 ? tally.outliers / signal.length : 0,
    firstFlagMs,
    scores: scoresOf(matcher.matches()),
  };
}
