/** What is usual over one cycle of a channel's season, and the cycle going on beside it. */
import { timeAt, valueAt } from '../../history/history.ts';
import type { SeasonProfile } from '../messages/judgingMessages.ts';
import type { Judging } from './judging.ts';

/** Null when the channel has no season. */
export function seasonProfile(judging: Judging, channel: number): SeasonProfile | null {
  const { history } = judging;
  const detector = judging.detectors[channel];
  const season = detector?.season;
  if (!detector || !season) return null;
  const { length, phase, visits } = season;
  const profile = season.profile.map((usual, bin) => (visits[bin] === 0 ? Number.NaN : usual));
  const sums = new Float64Array(profile.length);
  const counts = new Float64Array(profile.length);
  const from = Math.max(history.start, history.end - phase);
  for (let i = from; i < history.end; i++) {
    const place = phase - (history.end - i);
    const bin = Math.floor((place * profile.length) / length);
    const x = valueAt(history, channel, i);
    if (!Number.isFinite(x)) continue;
    sums[bin] = (sums[bin] ?? 0) + x;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return {
    channel,
    periodMs: length * detector.period,
    samples: length,
    profile,
    today: sums.map((sum, bin) => (counts[bin] ? sum / (counts[bin] ?? 1) : Number.NaN)),
    cycles: Math.floor(season.i / length),
    fromMs: from < history.end ? timeAt(history, from) : Number.NaN,
  };
}
