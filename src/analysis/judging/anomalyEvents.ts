/**
 * Verdicts on samples, gathered into the events that a person reads: one per alarm, with the
 * outliers that belong to it, joined when browser and board speak of the same thing.
 */
import { ALARM, COLLECTIVE, OUTLIER } from '../../detector/detector.ts';
import type { AnomalyEvent } from '../messages/messages.ts';
import type { Span } from '../messages/viewMessages.ts';

type Judge = 'browser' | 'board';

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
  /** For COLLECTIVE: when the first of the M outliers was. */
  readonly collectiveFromMs: number;
}

interface Gathering {
  event: AnomalyEvent;
  /** Index of each judge's last sample of the event; -1 = has not spoken of it. */
  readonly last: Record<Judge, number>;
  readonly outliers: Record<Judge, number>;
}

export interface AnomalyEvents {
  /** Takes one verdict with at least one bit, in order of samples for each judge. */
  add(judge: Judge, verdict: Verdict): void;
  /** All events, oldest first. */
  all(): readonly AnomalyEvent[];
  /** The newest so many, oldest first. */
  newest(count: number): readonly AnomalyEvent[];
  count(): number;
  /** Events that are new or have grown since the last call. */
  takeChanged(): readonly AnomalyEvent[];
  /**
   * Where a channel has collective ones in a stretch of time; those less than `spacingMs` apart are
   * joined, without a look at each.
   */
  collectiveIn(channel: number, fromMs: number, toMs: number, spacingMs: number): Span[];
}

/** An event's id says where it begins, so that it keeps it when the history is judged anew. */
const idOf = ({ index, channel }: Verdict) => index * CHANNELS_IN_ID + channel;
const CHANNELS_IN_ID = 64;

export function createAnomalyEvents(): AnomalyEvents {
  const gatherings: Gathering[] = [];
  /** The newest of each channel that a judge has spoken of. */
  const current = new Map<number, Gathering>();
  const changed = new Set<Gathering>();
  /** Collective ones by channel, in order of time. */
  const collective = new Map<number, Gathering[]>();

  function noteCollective(gathering: Gathering): void {
    const { channel } = gathering.event;
    const known = collective.get(channel);
    if (!known) collective.set(channel, [gathering]);
    else if (known.at(-1) !== gathering) known.push(gathering);
  }

  function add(judge: Judge, verdict: Verdict): void {
    const newest = current.get(verdict.channel);
    const opens = (verdict.bits & ALARM) !== 0;
    if (newest && belongs(newest, judge, verdict, opens)) {
      grow(newest, judge, verdict);
      if (newest.event.collective) noteCollective(newest);
      changed.add(newest);
      return;
    }
    // A run of outliers below the bar raises no alarm, yet closes a collective anomaly.
    if (!opens && (verdict.bits & COLLECTIVE) === 0) return;
    const gathering = begin(judge, verdict);
    gatherings.push(gathering);
    if (gathering.event.collective) noteCollective(gathering);
    current.set(verdict.channel, gathering);
    changed.add(gathering);
  }

  return {
    add,
    all: () => gatherings.map(({ event }) => event),
    newest: (count) => gatherings.slice(-count).map(({ event }) => event),
    count: () => gatherings.length,
    takeChanged() {
      const events = [...changed].map(({ event }) => event);
      changed.clear();
      return events;
    },
    collectiveIn(channel, fromMs, toMs, spacingMs) {
      const all = collective.get(channel) ?? [];
      const spans: Span[] = [];
      for (let i = firstWhere(all, 0, (event) => event.toMs >= fromMs); i < all.length; ) {
        const first = all[i]?.event;
        if (!first || first.fromMs > toMs) break;
        let end = first.toMs;
        let next = i + 1;
        for (let joined = i; joined < next; ) {
          joined = next;
          next = firstWhere(all, next, (event) => event.fromMs - end >= spacingMs);
          end = all[next - 1]?.event.toMs ?? end;
        }
        spans.push({ fromMs: first.fromMs, toMs: end });
        i = next;
      }
      return spans;
    },
  };
}

/** The first place from `from` on for which `holds`, which must go on holding for later ones. */
function firstWhere(
  gatherings: readonly Gathering[],
  from: number,
  holds: (event: AnomalyEvent) => boolean,
): number {
  let low = from;
  let high = gatherings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const gathering = gatherings[middle];
    if (gathering && holds(gathering.event)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function belongs(gathering: Gathering, judge: Judge, verdict: Verdict, opens: boolean): boolean {
  const mine = gathering.last[judge];
  if (mine >= 0) {
    return !opens && verdict.index - mine <= verdict.block;
  }
  const other = Math.max(gathering.last.browser, gathering.last.board);
  return Math.abs(verdict.index - other) <= verdict.block;
}

function begin(judge: Judge, verdict: Verdict): Gathering {
  const collective = (verdict.bits & COLLECTIVE) !== 0;
  const last = { browser: -1, board: -1 };
  const outliers = { browser: 0, board: 0 };
  last[judge] = verdict.index;
  outliers[judge] = verdict.bits & OUTLIER ? 1 : 0;
  return {
    last,
    outliers,
    event: {
      id: idOf(verdict),
      channel: verdict.channel,
      fromMs: collective ? Math.min(verdict.collectiveFromMs, verdict.timeMs) : verdict.timeMs,
      toMs: verdict.timeMs,
      outliers: outliers[judge],
      peakValue: verdict.value,
      peakDeviation: verdict.deviation,
      probability: verdict.probability,
      collective,
      by: judge,
    },
  };
}

function grow(gathering: Gathering, judge: Judge, verdict: Verdict): void {
  const { event, last, outliers } = gathering;
  last[judge] = verdict.index;
  if (verdict.bits & OUTLIER) outliers[judge] += 1;
  const higher = (verdict.deviation ?? -1) > (event.peakDeviation ?? -1);
  gathering.event = {
    ...event,
    fromMs: Math.min(event.fromMs, verdict.timeMs),
    toMs: Math.max(event.toMs, verdict.timeMs),
    outliers: Math.max(outliers.browser, outliers.board),
    peakValue: higher ? verdict.value : event.peakValue,
    peakDeviation: higher ? verdict.deviation : event.peakDeviation,
    probability: Math.max(event.probability, verdict.probability),
    collective: event.collective || (verdict.bits & COLLECTIVE) !== 0,
    by: last.browser >= 0 && last.board >= 0 ? 'both' : event.by,
  };
}
