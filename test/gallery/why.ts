/** How an alarm came about, of each cause; and a season. */
import type {
  JudgedSeries,
  SeasonProfile,
  Why,
} from '../../src/analysis/messages/judgingMessages.ts';
import type { Cause } from '../../src/detector/detector.ts';
import { named } from '../../src/naming/featureTable.ts';
import { FIT, NOW_MS } from './scene.ts';

export const JUDGED: Readonly<Record<Cause, JudgedSeries | null>> = {
  level: null,
  drift: { of: 'drift', value: 2.9, center: 1.0, limit: 1.56 },
  rhythm: { of: 'rhythm', value: 60, center: 15, limit: 42 },
};

/** Short, low, and over at once. */
export const FEATURES_OF_A_SPIKE = {
  ...named([]),
  peak: -20,
  samples: 3,
  lasted: 60,
  outliers: 2,
  rise: 1,
  shift: 0.2,
  equal: 1,
};

export function whyOf(cause: Cause): Why {
  const judged = JUDGED[cause];
  const blocks = Array.from({ length: 24 }, (_, i) => i);
  return {
    channel: 0,
    timeMs: NOW_MS - 1200,
    cause,
    value: 4.81,
    seasonal: 0,
    mean: 1.02,
    sigma: 0.19,
    deviation: 20,
    limit: 4.42,
    probability: 1 - 3e-7,
    bar: 1.05,
    ratio: cause === 'level' ? 4.5 : 3.4,
    gamma: FIT.gamma,
    delta: FIT.delta,
    maxima: FIT.maxima,
    weibull: FIT.weibull,
    judged,
    series: judged && {
      of: judged.of,
      time: Float64Array.from(blocks, (i) => NOW_MS - 1200 - 640 * (23 - i)),
      value: Float64Array.from(blocks, (i) =>
        i === 23 ? judged.value : judged.center * (1 + 0.2 * Math.sin(9 * i)),
      ),
      center: Float64Array.from(blocks, () => judged.center),
      lower: Float64Array.from(blocks, () => 2 * judged.center - judged.limit),
      upper: Float64Array.from(blocks, () => judged.limit),
    },
    oddness: null,
    features: cause === 'level' ? FEATURES_OF_A_SPIKE : null,
  };
}

export const DAY_MS = 86_400_000;

export const SEASON: SeasonProfile = {
  channel: 0,
  periodMs: DAY_MS,
  samples: 288,
  profile: Float64Array.from({ length: 48 }, (_, i) => 20 + 6 * Math.sin((i / 48) * 2 * Math.PI)),
  today: Float64Array.from({ length: 48 }, (_, i) =>
    i < 30 ? 20.6 + 6 * Math.sin((i / 48) * 2 * Math.PI) + Math.sin(7 * i) / 2 : Number.NaN,
  ),
  cycles: 12,
  fromMs: NOW_MS - 0.625 * DAY_MS,
};
