/**
 * How far a sample of the past was from the mean, in σ: the detector is led up to it once more from
 * the nearest place at which it was kept, as for `why`.
 */
import type { Detector } from '../../detector/detector.ts';
import { judgeRun } from '../../detector/judge.ts';
import type { Run } from '../../detector/run.ts';
import { timeAt, valueAt } from '../../history/history.ts';
import { parametersOf } from './judgedBy.ts';
import type { Judging } from './judging.ts';

/** From farther back it would hold up the frames. */
const MOST_SAMPLES = 30_000;

/** In σ; null where the channel is not judged, still learned, or was kept too far back. */
export function deviationAt(
  judging: Judging,
  channel: number,
  index: number,
): { readonly deviation: number; readonly limit: number } | null {
  const { history } = judging;
  const by = judging.by();
  if (!parametersOf(by, channel) || index < history.start || index >= history.end) return null;
  const checkpoint = judging.checkpointBefore(index, by);
  const from = checkpoint?.index ?? history.start;
  if (index - from > MOST_SAMPLES) return null;
  let detector: Detector | null =
    checkpoint?.detectors[channel] ?? judging.freshDetector(by, channel);
  const restarts = new Set(judging.restarts());
  const time = new Float64Array(1);
  const value = new Float64Array(1);
  const run: Run = { time, value, limits: null };
  const nothing = (): void => undefined;
  for (let i = from; i <= index && detector; i++) {
    if (restarts.has(i)) detector = judging.freshDetector(by, channel);
    if (!detector) return null;
    const x = valueAt(history, channel, i);
    if (history.nan === 'absent' && Number.isNaN(x)) continue;
    time[0] = timeAt(history, i);
    value[0] = x;
    judgeRun(detector, run, 0, 1, nothing);
  }
  return detector?.fitted ? { deviation: detector.deviation, limit: detector.limit } : null;
}
