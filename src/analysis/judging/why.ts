/**
 * How an alarm came about: the detector is led once more from the nearest place at which it was kept
 * up to that sample; after a what-if the answer is the what-if's. Where the sample is retained no longer,
 * what was kept of its moment is the answer.
 */
import { ALARM, COLLECTIVE, type Detector } from '../../detector/detector.ts';
import { judgeRun } from '../../detector/judge.ts';
import type { Run } from '../../detector/run.ts';
import { firstAtOrAfter, timeAt, valueAt } from '../../history/history.ts';
import { named } from '../../naming/featureTable.ts';
import type { JudgedSeries, SeriesUpToAlarm, Why } from '../messages/judgingMessages.ts';
import { alarmMoment } from './alarmMoment.ts';
import { placeOfEvent } from './eventId.ts';
import { parametersOf } from './judgedBy.ts';
import { judgedLevel, judgedRun } from './judgedSeries.ts';
import type { Judging } from './judging.ts';
import type { JudgedChannel, Signal } from './signal.ts';

/** So many values of a watcher's series are shown. */
const SERIES_VALUES = 120;
/** They are looked for in at least so many samples, where there are as many. */
const SERIES_SAMPLES = 8192;

/** Of the alarm at or next to `index` in the browser's judging; null when there was none. */
function whyOf(judging: Judging, channel: number, index: number): Why | null {
  const { history } = judging;
  const by = judging.by();
  const parameters = parametersOf(by, channel);
  if (!parameters || index >= history.end) return null;
  if (index < history.start) return judging.momentAt(channel, index, index + parameters.block);
  // The series of its watchers begins some way before.
  const checkpoint = judging.checkpointBefore(Math.max(history.start, index - SERIES_SAMPLES), by);
  const from = checkpoint?.index ?? history.start;
  let detector = checkpoint?.detectors[channel] ?? judging.freshDetector(by, channel);
  const restarts = new Set(judging.restarts());
  const levels = createSeries();
  const runs = createSeries();
  const time = new Float64Array(1);
  const value = new Float64Array(1);
  const run: Run = { time, value, limits: null };
  // A board may have begun the event first, a few samples before.
  const last = Math.min(history.end - 1, index + parameters.block);
  let found: Why | null = null;

  for (let i = from; i <= last && detector && !found; i++) {
    if (restarts.has(i)) detector = judging.freshDetector(by, channel);
    if (!detector) break;
    if (history.nan === 'absent' && Number.isNaN(valueAt(history, channel, i))) continue;
    const its: Detector = detector;
    time[0] = timeAt(history, i);
    value[0] = valueAt(history, channel, i);
    const levelsBefore = its.drift?.levels.n ?? 0;
    const runsBefore = its.rhythm?.residuals.n ?? 0;
    judgeRun(its, run, 0, 1, (_, bits) => {
      if (i < index || (bits & (ALARM | COLLECTIVE)) === 0) return;
      const [timeMs = Number.NaN] = time;
      const [sample = Number.NaN] = value;
      found = alarmMoment(its, parameters, { channel, timeMs, value: sample, bits });
    });
    const { drift, rhythm } = its;
    const now = time[0] ?? Number.NaN;
    if (drift && drift.levels.n !== levelsBefore) levels.push(now, judgedLevel(drift), drift.reach);
    const tellsRun = rhythm && (rhythm.residuals.n !== runsBefore || (found && rhythm.goingOn));
    if (tellsRun) runs.push(now, judgedRun(rhythm), rhythm.reach);
  }
  return found && withSeries(found, { drift: levels, rhythm: runs });
}

/** Of an event, by its id, of any channel. */
export function whyOfEvent(signal: Signal | null, event: number): Why | null {
  const { channel, index } = placeOfEvent(event);
  const place = signal?.placeOf(channel);
  if (!signal || !place) return null;
  const why = whyOf(place.judging, place.channel, index - place.firstIndex);
  if (!why) return null;
  const isTogether = place.judging !== signal.judging;
  return {
    ...why,
    channel,
    oddness: isTogether ? oddnessIn(signal, why.timeMs) : null,
    features: featuresIn(place, channel, index, why.timeMs),
  };
}

/** Of the event that begins at `index`; a board may have begun it before the browser's alarm. */
function featuresIn(
  { judging: { descriptions, history }, firstIndex }: JudgedChannel,
  channel: number,
  index: number,
  alarmMs: number,
): Why['features'] {
  const alarm = firstIndex + firstAtOrAfter(history, alarmMs);
  const found = descriptions.find(channel, Math.max(index, alarm));
  return found && named(found.features);
}

function oddnessIn(signal: Signal, timeMs: number): readonly number[] | null {
  const at = firstAtOrAfter(signal.judging.history, timeMs);
  return signal.together()?.oddnessAt(at) ?? null;
}

function withSeries(why: Why, series: Readonly<Record<'drift' | 'rhythm', Series>>): Why {
  return why.judged ? { ...why, series: series[why.judged.of].list(why.judged.of) } : why;
}

interface Series {
  push(timeMs: number, judged: JudgedSeries, reach: number): void;
  list(of: 'drift' | 'rhythm'): SeriesUpToAlarm;
}

function createSeries(): Series {
  type Row = Readonly<Record<'time' | 'value' | 'center' | 'lower' | 'upper', number>>;
  let rows: Row[] = [];
  return {
    push(timeMs, { of, value, center }, reach) {
      const factor = Math.exp(reach);
      // A rhythm that is not steady has no limit.
      if (!Number.isFinite(reach)) {
        rows.push({ time: timeMs, value, center, lower: Number.NaN, upper: Number.NaN });
        return;
      }
      const [lower, upper] =
        of === 'drift' ? [center - reach, center + reach] : [center / factor, center * factor];
      rows.push({ time: timeMs, value, center, lower, upper });
      if (rows.length > 2 * SERIES_VALUES) rows = rows.slice(-SERIES_VALUES);
    },
    list(of) {
      const newest = rows.slice(-SERIES_VALUES);
      const column = (name: keyof Row) => Float64Array.from(newest, (row) => row[name]);
      return {
        of,
        time: column('time'),
        value: column('value'),
        center: column('center'),
        lower: column('lower'),
        upper: column('upper'),
      };
    },
  };
}
