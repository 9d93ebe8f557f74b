/** Looks for the period of a signal, and tries what judging with it would change. */
import { findSeasonPeriod } from '../../derived/seasonPeriod.ts';
import { NUMERIC_PARAMETERS } from '../../detector/parameters.ts';
import type { SeasonSuggestion } from '../messages/judgingMessages.ts';
import type { Study, StudyProgress, StudyResult } from '../messages/studyMessages.ts';
import type { StudyMaterial } from './studyMaterial.ts';
import { judgeSignal, type StudyOutcome, type StudySignal, signalOf } from './studyRun.ts';

/** Values that one look for a period takes: some milliseconds of work. */
const LOOK_VALUES = 2 ** 13;
/** Each look is so many times coarser than the one before, over as much more of the signal. */
const COARSER = 8;
/** A shorter period is kept until a longer one correlates better by this share. */
const CLEARLY_BETTER = 0.9;
/** Pairs of samples for one correlation. */
const PAIRS = 20_000;
/** A coarse look may be wrong by this share. */
const BIAS = 0.03;
const STEPS_EACH_WAY = 64;
/** With the right period there is clearly less left than there was. */
const MOST_SPREAD = 0.9;
/** A cycle longer than the mean remembers is followed anyway: then there is only no more left. */
const MOST_SLOW_SPREAD = 1.05;
/** So many more alarms than without are chance, or what the season lets one see. */
const MORE_ALARMS = 1.5;
const CHANCE_ALARMS = 2;

/** Shares of the work. */
const LOOKED = 0.2;

interface Found {
  readonly samples: number;
  readonly correlation: number;
}

export function* seasonStudy(
  { parameters, periodMs }: Extract<Study, { kind: 'season' }>,
  { history, channel, restarts, labels, parameters: inForce, epsilon }: StudyMaterial,
): Generator<StudyProgress, StudyResult> {
  const signal = signalOf(history, channel, restarts);
  // R is the signal's, whatever the person is editing.
  const given = { ...parameters, period: inForce.period };
  const found = periodMs === undefined ? yield* findPeriod(signal) : null;
  const wanted = periodMs ?? (found ? found.samples * given.period : 0);
  if (wanted === 0 || wanted > NUMERIC_PARAMETERS.season.max) {
    return { kind: 'season', suggestion: null };
  }
  const judged = (season: number, from: number) =>
    withProgress(judgeSignal(signal, { ...given, season }, labels, epsilon), from);
  const without = yield* judged(0, LOOKED);
  const withIt = yield* judged(wanted, LOOKED + (1 - LOOKED) / 2);
  const isSlow = given.memory > 0 && wanted / given.period > given.memory;
  const spread = withIt.sigma / without.sigma;
  const suggestion: SeasonSuggestion = {
    periodMs: wanted,
    correlation: found?.correlation ?? null,
    without: without.tally,
    with: withIt.tally,
    spread,
    refused:
      !(spread <= (isSlow ? MOST_SLOW_SPREAD : MOST_SPREAD)) ||
      withIt.tally.alarms > MORE_ALARMS * without.tally.alarms + CHANCE_ALARMS,
  };
  return { kind: 'season', suggestion };
}

function* withProgress(
  judging: Generator<number, StudyOutcome>,
  from: number,
): Generator<StudyProgress, StudyOutcome> {
  let step = judging.next();
  for (; !step.done; step = judging.next()) {
    yield { done: from + (step.value * (1 - LOOKED)) / 2, best: null };
  }
  return step.value;
}

/** Short periods in the newest samples, long ones in ever coarser means of ever more of them. */
function* findPeriod(signal: StudySignal): Generator<StudyProgress, Found | null> {
  let best: (Found & { readonly factor: number }) | null = null;
  for (let factor = 1; ; factor *= COARSER) {
    const found = findSeasonPeriod(means(signal, factor));
    const better = best === null || best.correlation < CLEARLY_BETTER * (found?.correlation ?? 0);
    if (found && better) best = { ...found, samples: found.samples * factor, factor };
    yield { done: LOOKED / 2, best: null };
    if (factor * LOOK_VALUES >= signal.length) break;
  }
  if (!best || best.factor === 1) return best;
  return yield* refined(signal, best.samples, best.factor, best.correlation);
}

/** Means of every `factor` samples, the newest last. */
function means({ run, length }: StudySignal, factor: number): Float64Array {
  const count = Math.min(LOOK_VALUES, Math.floor(length / factor));
  const from = length - count * factor;
  return Float64Array.from({ length: count }, (_, i) => {
    let sum = 0;
    let valid = 0;
    for (let at = from + i * factor; at < from + (i + 1) * factor; at++) {
      const x = run.value[at] ?? Number.NaN;
      if (!Number.isFinite(x)) continue;
      sum += x;
      valid += 1;
    }
    return valid > 0 ? sum / valid : Number.NaN;
  });
}

/**
 * A period told in coarse steps, told in samples: one a little wrong slips away cycle by cycle. A look
 * over few cycles is biased towards shorter ones, too, so the search begins wide, in steps that become
 * finer.
 */
function* refined(
  signal: StudySignal,
  around: number,
  within: number,
  correlation: number,
): Generator<StudyProgress, Found> {
  let samples = around;
  let reach = Math.max(within, Math.ceil(BIAS * around));
  for (let step = Math.ceil(reach / STEPS_EACH_WAY); ; step = Math.ceil(step / COARSER)) {
    let most = Number.NEGATIVE_INFINITY;
    const [low, high] = [Math.max(2, samples - reach), samples + reach];
    for (let lag = low; lag <= high; lag += step) {
      const its = likeness(signal, lag);
      if (its > most) {
        most = its;
        samples = lag;
      }
      yield { done: LOOKED / 2, best: null };
    }
    if (step === 1) return { samples, correlation };
    reach = step;
  }
}

/** How alike the signal is so many samples apart: minus the mean square of the difference. */
function likeness({ run, length }: StudySignal, lag: number): number {
  const stride = Math.max(1, Math.floor((length - lag) / PAIRS));
  let sum = 0;
  let pairs = 0;
  for (let at = 0; at + lag < length; at += stride) {
    const difference = (run.value[at] ?? Number.NaN) - (run.value[at + lag] ?? Number.NaN);
    if (!Number.isFinite(difference)) continue;
    sum -= difference * difference;
    pairs += 1;
  }
  return pairs > 0 ? sum / pairs : Number.NEGATIVE_INFINITY;
}
