/** One event while it gathers: what belongs to it, and what each verdict makes of it. */
import { type Cause, COLLECTIVE, OUTLIER } from '../../detector/detector.ts';
import type { AnomalyEvent } from '../messages/findings.ts';
import type { JudgedSeries } from '../messages/judgingMessages.ts';
import { idOf } from './eventId.ts';

export type Judge = 'browser' | 'board';

/** One sample's verdict by one judge. `bits` as OUTLIER, ALARM, COLLECTIVE of the detector. */
export interface Verdict {
  readonly channel: number;
  readonly index: number;
  readonly timeMs: number;
  readonly value: number;
  readonly bits: number;
  /** In σ; null when the judge does not say. */
  readonly deviation: number | null;
  readonly probability: number;
  /** The hold-off, B: an outlier within this many samples of an event's last belongs to it. */
  readonly block: number;
  /** When what was judged began: the first of the M outliers, the block, the run; else `timeMs`. */
  readonly fromMs: number;
  /** Of ALARM. */
  readonly cause: Cause;
  readonly judged: JudgedSeries | null;
  /** Of the channels together: which is odd; else null. */
  readonly odd: number | null;
  /** Said as the sample came, not when the past was judged anew. */
  readonly live: boolean;
}

/** The event of a channel that may still grow. */
export interface Gathering {
  readonly serial: number;
  /** Index of each judge's last sample of the event; -1 = has not spoken of it. */
  readonly last: Record<Judge, number>;
  readonly outliers: Record<Judge, number>;
}

/** Whether a verdict is of the event that gathers, by the hold-off of either judge. */
export function belongs(
  gathering: Gathering,
  judge: Judge,
  verdict: Verdict,
  opens: boolean,
): boolean {
  const mine = gathering.last[judge];
  if (mine >= 0) {
    return !opens && verdict.index - mine <= verdict.block;
  }
  const other = Math.max(gathering.last.browser, gathering.last.board);
  return Math.abs(verdict.index - other) <= verdict.block;
}

/** What an alarm, or a collective one without, opens. */
export function begin(serial: number, judge: Judge, verdict: Verdict): Gathering {
  const last = { browser: -1, board: -1 };
  const outliers = { browser: 0, board: 0 };
  last[judge] = verdict.index;
  outliers[judge] = verdict.bits & OUTLIER ? 1 : 0;
  return { serial, last, outliers };
}

/** The event as it is at its first verdict. */
export function eventFrom({ outliers }: Gathering, judge: Judge, verdict: Verdict): AnomalyEvent {
  const collective = (verdict.bits & COLLECTIVE) !== 0;
  return {
    id: idOf(verdict),
    channel: verdict.channel,
    fromMs: Math.min(verdict.fromMs, verdict.timeMs),
    toMs: verdict.timeMs,
    outliers: outliers[judge],
    peakValue: verdict.value,
    peakDeviation: verdict.deviation,
    probability: verdict.probability,
    collective,
    by: judge,
    cause: verdict.cause,
    judged: verdict.judged,
    odd: verdict.odd,
    alone: true,
    live: verdict.live,
  };
}

/** The event with one more verdict; `gathering` is told of it. */
export function grow(
  event: AnomalyEvent,
  { last, outliers }: Gathering,
  judge: Judge,
  verdict: Verdict,
): AnomalyEvent {
  last[judge] = verdict.index;
  if (verdict.bits & OUTLIER) outliers[judge] += 1;
  const higher = (verdict.deviation ?? -1) > (event.peakDeviation ?? -1);
  return {
    ...event,
    fromMs: Math.min(event.fromMs, verdict.timeMs),
    toMs: Math.max(event.toMs, verdict.timeMs),
    outliers: Math.max(outliers.browser, outliers.board),
    peakValue: higher ? verdict.value : event.peakValue,
    peakDeviation: higher ? verdict.deviation : event.peakDeviation,
    probability: Math.max(event.probability, verdict.probability),
    collective: event.collective || (verdict.bits & COLLECTIVE) !== 0,
    by: last.browser >= 0 && last.board >= 0 ? 'both' : event.by,
    judged: event.judged ?? (verdict.cause === event.cause ? verdict.judged : null),
    odd: higher ? verdict.odd : event.odd,
  };
}
