/** A detector at the moment of an alarm, and those moments that are kept when their samples are not. */
import { listMaxima } from '../../detector/blockMaxima.ts';
import { ALARM, type Detector } from '../../detector/detector.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { Why } from '../messages/judgingMessages.ts';
import { weibullReport } from './fitReport.ts';
import { judgedAlarm } from './judgedSeries.ts';

/** Without the series of its watchers, and what the event came to be. */
export function alarmMoment(
  detector: Detector,
  { gamma, delta }: Pick<Parameters, 'gamma' | 'delta'>,
  sample: Pick<Why, 'channel' | 'timeMs' | 'value'> & { readonly bits: number },
): Why {
  const { channel, timeMs, value, bits } = sample;
  const { judged } = judgedAlarm(detector);
  const ratio = Math.max(
    detector.deviation / detector.limit,
    detector.driftRatio,
    detector.rhythmRatio,
  );
  return {
    channel,
    timeMs,
    cause: bits & ALARM ? detector.cause : 'level',
    value,
    seasonal: detector.seasonal,
    mean: detector.center,
    sigma: detector.sigma,
    deviation: detector.deviation,
    limit: detector.limit,
    probability: detector.probability,
    // An alarm has raised the bar by now: what it had to exceed was the one before.
    bar: detector.score > 0 ? ratio / detector.score : detector.bar,
    ratio,
    gamma,
    delta,
    maxima: listMaxima(detector.maxima).sort((a, b) => a - b),
    weibull: weibullReport(detector),
    judged: bits & ALARM ? judged : null,
    series: null,
    oddness: null,
    features: null,
  };
}

/** In memory each takes about a kilobyte. */
const MOST_MOMENTS = 4096;

export interface KeptMoments {
  /** At or behind this sample. */
  keep(index: number, moment: Why): void;
  /** The first of a channel in `[from, to]`; null when it is kept no longer. */
  between(channel: number, from: number, to: number): Why | null;
  /** The past from this sample on is judged anew. */
  forgetFrom(index: number): void;
}

/** The newest so many, of all channels together. */
export function createKeptMoments(most = MOST_MOMENTS): KeptMoments {
  let kept: { readonly index: number; readonly moment: Why }[] = [];
  return {
    keep(index, moment) {
      kept.push({ index, moment });
      if (kept.length >= 2 * most) kept = kept.slice(-most);
    },
    between: (channel, from, to) =>
      kept.find(({ index, moment }) => moment.channel === channel && index >= from && index <= to)
        ?.moment ?? null,
    forgetFrom(index) {
      kept = kept.filter((one) => one.index < index);
    },
  };
}
