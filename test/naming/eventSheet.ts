/**
 * The features of events as their table says them, from all samples of an event at once: nothing here is
 * summed as samples come, and nothing is shared with the implementations but the detector.
 */
import { ALARM, createDetector, OUTLIER } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { FEATURES, type FeatureName } from '../../src/naming/featureTable.ts';
import type { EventCase } from './eventCases.ts';

export interface DescribedEvent {
  /** Numbers of the samples: the alarm, and the one with which it is over. */
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly number[];
}

interface Noted {
  readonly at: number;
  readonly timeMs: number;
  readonly raw: number;
  readonly u: number;
  readonly isOutlier: boolean;
  readonly goesOn: boolean;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const squares = (values: readonly number[]) => values.map((value) => value * value);
const variance = (values: readonly number[]) =>
  mean(values.map((value) => (value - mean(values)) ** 2));

export function sheetOf({ channel, parameters, samples }: EventCase): DescribedEvent[] {
  const detector = createDetector(parameters);
  const cycle = parameters.season > 0 ? Math.round(parameters.season / parameters.period) : 0;
  const hold = Math.max(parameters.block, Math.min(cycle, 8 * parameters.block));
  const events: DescribedEvent[] = [];
  let noted: Noted[] | null = null;
  let before = { center: 0, sigma: 1, limit: 0, cause: 0, usual: 1 };
  let seen = 0;
  for (const [at, { timeMs, x: raw }] of samples.entries()) {
    const verdict = judge(detector, timeMs, raw);
    const isNumber = detector.n > seen;
    seen = detector.n;
    if (!noted && verdict & ALARM) {
      const cause = ['level', 'drift', 'rhythm'].indexOf(detector.cause);
      const profile = detector.season?.profile ?? [0];
      const usual = Math.sqrt(detector.sigma ** 2 + variance([...profile]));
      before = { ...detector, cause, usual };
      noted = [];
    }
    if (!noted || !isNumber) continue;
    const u = (raw - detector.seasonal - before.center) / before.sigma;
    noted.push({
      at,
      timeMs,
      raw,
      u: Math.max(-1e6, Math.min(1e6, u)),
      isOutlier: (verdict & OUTLIER) !== 0,
      goesOn: detector.quiet === 0,
    });
    const last = noted.findLastIndex(({ goesOn }) => goesOn);
    const beyond = noted.findLastIndex((each) => cycle > 0 && Math.abs(each.u) > before.limit);
    const quiet = noted.length - 1 - last;
    if (quiet === 0) continue;
    if (noted.length - 1 - Math.max(last, beyond) < hold && quiet < 8 * parameters.block) continue;
    const numbers = described(channel, before, noted, last);
    events.push({
      from: noted[0]?.at ?? 0,
      to: at,
      numbers: FEATURES.map(({ name }) => numbers[name]),
    });
    noted = null;
  }
  return events;
}

/** By the definition: each turn's sine and cosine on its own, and bands by their frequencies. */
function spectrumSheet(u: readonly number[]) {
  const powers = Array.from({ length: 32 }, (_, at) => {
    const part = (wave: (angle: number) => number) =>
      sum(u.map((each, i) => (each - mean(u)) * wave((2 * Math.PI * (at + 1) * i) / 64)));
    return { turns: at + 1, power: part(Math.cos) ** 2 + part(Math.sin) ** 2 };
  });
  const total = sum(powers.map(({ power }) => power));
  if (total < 6.4e-8) return { tone: 0, low: 0, middle: 0, high: 0, centroid: 0 };
  const share = (from: number, to: number) =>
    sum(powers.filter(({ turns }) => turns >= from && turns < to).map(({ power }) => power)) /
    total;
  const [strongest] = powers.toSorted((a, b) => b.power - a.power);
  return {
    tone: (strongest?.turns ?? 0) / 64,
    low: share(1, 5),
    middle: share(5, 13),
    high: share(13, 33),
    centroid: sum(powers.map(({ turns, power }) => turns * power)) / total / 64,
  };
}

function described(
  channel: number,
  before: { sigma: number; limit: number; cause: number; usual: number },
  noted: readonly Noted[],
  last: number,
): Record<FeatureName, number> {
  const all = noted.map(({ u }) => u);
  const during = all.slice(0, last + 1);
  const after = all.slice(last + 1);
  const n = all.length;
  const peakAt = all.findIndex((u) => Math.abs(u) === Math.max(...all.map(Math.abs)));
  const peak = all[peakAt] ?? 0;
  const s = peak < 0 ? -1 : 1;
  const outliers = noted.flatMap(({ isOutlier }, i) => (isOutlier ? [i] : []));
  const gaps = outliers.slice(1).map((i, k) => i - (outliers[k] ?? 0));
  const steps = all.slice(1).map((u, i) => u - (all[i] ?? 0));
  const middle = (n - 1) / 2;
  const weights = squares(all);
  const center = sum(weights.map((w, i) => w * i)) / sum(weights);
  let run = 0;
  const runs = noted.map(({ raw }, i) => {
    run = i > 0 && raw === noted[i - 1]?.raw ? run + 1 : 1;
    return run;
  });
  return {
    channel,
    cause: before.cause,
    peak,
    size: Math.log(Math.max(Math.abs(peak) * before.sigma, 1e-12)),
    mean: s * mean(during),
    last: s * (during.at(-1) ?? 0),
    samples: during.length,
    lasted: (noted[last]?.timeMs ?? 0) - (noted[0]?.timeMs ?? 0),
    outliers: outliers.length,
    gap: gaps.length > 0 ? mean(gaps) : 0,
    energy: Math.log(1 + sum(squares(during))),
    crest: Math.abs(peak) / Math.sqrt(mean(squares(all))),
    changes: all.slice(1).filter((u, i) => u > 0 !== (all[i] ?? 0) > 0).length / (n - 1),
    rise: peakAt,
    shift: s * mean(after),
    slope:
      (s * sum(all.map((u, i) => (i - middle) * u))) / sum(all.map((_, i) => (i - middle) ** 2)),
    variance: variance(all),
    calm: variance(after),
    equal: Math.max(...runs),
    roughness: variance(all) > 1e-9 ? mean(squares(steps)) / variance(all) : 0,
    beyond: all.filter((u) => Math.abs(u) > before.limit).length,
    balance: (s * sum(all)) / sum(all.map(Math.abs)),
    spread: Math.sqrt(sum(weights.map((w, i) => w * (i - center) ** 2)) / sum(weights)),
    part: (Math.abs(peak) * before.sigma) / before.usual,
    ...spectrumSheet(all.slice(0, 64)),
  };
}
