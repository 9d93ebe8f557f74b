/**
 * Verdicts on samples, gathered into the events that a person reads: one per alarm, with the
 * outliers that belong to it, joined when browser and board speak of the same thing. So many of the
 * newest are kept; all are counted.
 */
import { ALARM, COLLECTIVE } from '../../detector/detector.ts';
import { CHUNK_SAMPLES } from '../../history/chunk.ts';
import type { Tally } from '../../history/tally.ts';
import type { AnomalyEvent, EventCounts } from '../messages/findings.ts';
import type { JudgedSeries } from '../messages/judgingMessages.ts';
import { indexOf } from './eventId.ts';
import { createEventsByChannel, type EventsByChannel } from './eventsByChannel.ts';
import {
  begin,
  belongs,
  eventFrom,
  type Gathering,
  grow,
  type Judge,
  type Verdict,
} from './gathering.ts';

export interface AnomalyEvents {
  /** Takes one verdict with at least one bit, in order of samples for each judge. */
  add(judge: Judge, verdict: Verdict): void;
  /** What a watcher of the board judged comes after its alarm. */
  watchedByBoard(channel: number, index: number, judged: JudgedSeries): void;
  /** Whether only events are listed that are not alone. All of them are new from here on. */
  listOnlyAgreeing(only: boolean): void;
  /** All that are kept and listed, in the order of time. */
  all(): readonly AnomalyEvent[];
  counts(): EventCounts;
  /**
   * How many of those that are listed each judge has seen, from a sample on, and how many of them are
   * collective; null where some are kept no longer.
   */
  seenFrom(index: number): Readonly<Record<Judge, Omit<Tally, 'outliers'>>> | null;
  /** Whoever takes changes knows of nothing from here on. */
  tellAnew(): void;
  /** So many of the events that are new or have grown and were not taken since, the newest first to go. */
  takeChanged(most: number): readonly AnomalyEvent[];
  /** As in `EventsByChannel`. */
  spansIn: EventsByChannel['spansIn'];
  /** How many begin in `[fromIndex, toIndex)`; null where some are kept no longer. */
  countBegun(channel: number, fromIndex: number, toIndex: number): number | null;
  /** Samples before this index are given up: what was found in them can be found no more. */
  samplesGivenUp(start: number): void;
  /** Forgets what was found in the samples that are retained: they are judged anew. */
  beginAnew(): void;
}

/** Beyond so many the oldest are given up, a tenth at a time. In Chromium one takes about 130 bytes. */
const MOST_EVENTS = 100_000;

/** Channels take turns of so many samples: events of others may be as much later. */
const TURN_SAMPLES = 4096;

export function createAnomalyEvents(most = MOST_EVENTS): AnomalyEvents {
  /** By serial number, less `first`. */
  let events: AnomalyEvent[] = [];
  let first = 0;
  /** The newest of each channel that a judge has spoken of. */
  const current = new Map<number, Gathering>();
  const changed = new Set<number>();
  /** Those before this serial number are to be told as if they had changed, when nothing else is. */
  let untoldBelow = 0;
  /** Events that begin in each chunk of the retained samples, and in all before. */
  const begun = new Map<number, number>();
  let begunBefore = 0;
  let total = 0;
  let judgedBefore = 0;
  let start = 0;
  /** Of what begins before this sample not everything is kept. */
  let givenUpTo = 0;
  let onlyAgreeing = false;
  /** Of the events kept. */
  let alone = 0;

  const eventOf = (serial: number): AnomalyEvent | undefined => events[serial - first];

  const byChannel = createEventsByChannel({ eventOf, indexOf });

  function add(judge: Judge, verdict: Verdict): void {
    const { channel, bits } = verdict;
    const newest = current.get(channel);
    const event = newest && eventOf(newest.serial);
    const opens = (bits & ALARM) !== 0;
    if (newest && event && belongs(newest, judge, verdict, opens)) {
      const grown = grow(event, newest, judge, verdict);
      events[newest.serial - first] = grown;
      if (grown.collective && !event.collective) byChannel.note(newest.serial, grown);
      changed.add(newest.serial);
      return;
    }
    // A run of outliers below the bar raises no alarm, yet closes a collective anomaly.
    if (!opens && (bits & COLLECTIVE) === 0) return;
    const gathering = begin(first + events.length, judge, verdict);
    const isAlone = verdict.odd === null && !findCompany(verdict);
    if (isAlone) alone += 1;
    const begun = { ...eventFrom(gathering, judge, verdict), alone: isAlone };
    events.push(begun);
    count(verdict.index);
    byChannel.note(gathering.serial, begun);
    current.set(channel, gathering);
    changed.add(gathering.serial);
    if (events.length > most) giveUpOldest(Math.ceil(most / 10));
  }

  /** Events of other channels within a block of this beginning one are not alone any more. */
  function findCompany({ channel, index, block }: Verdict): boolean {
    let found = false;
    for (let place = events.length - 1; place >= 0; place--) {
      const event = events[place];
      if (!event || indexOf(event) < index - block - TURN_SAMPLES) break;
      if (event.channel === channel || event.odd !== null) continue;
      if (Math.abs(indexOf(event) - index) > block) continue;
      found = true;
      if (!event.alone) continue;
      events[place] = { ...event, alone: false };
      alone -= 1;
      changed.add(first + place);
    }
    return found;
  }

  /** Channels are judged in turns: what is found in one turn lies before what another found. */
  function inOrder(): AnomalyEvent[] {
    return events.filter(isListed).sort((a, b) => a.fromMs - b.fromMs || a.id - b.id);
  }

  const isListed = (event: AnomalyEvent) => !onlyAgreeing || !event.alone;

  function count(index: number): void {
    const chunk = Math.floor(index / CHUNK_SAMPLES);
    begun.set(chunk, (begun.get(chunk) ?? 0) + 1);
    total += 1;
  }

  function giveUpOldest(howMany: number): void {
    const given = events.splice(0, howMany);
    for (const event of given) givenUpTo = Math.max(givenUpTo, indexOf(event) + 1);
    alone -= given.filter((event) => event.alone).length;
    first += howMany;
    for (const serial of changed) if (serial < first) changed.delete(serial);
    byChannel.forgetBefore(first);
  }

  return {
    add,
    watchedByBoard(channel, index, judged) {
      const gathering = current.get(channel);
      const event = gathering && eventOf(gathering.serial);
      if (!event || event.judged || gathering.last.board !== index) return;
      if (event.cause !== judged.of) return;
      events[gathering.serial - first] = { ...event, judged };
      changed.add(gathering.serial);
    },
    listOnlyAgreeing(only) {
      onlyAgreeing = only;
    },
    all: inOrder,
    counts: () => ({
      total,
      givenUp: total - events.length,
      judgedBefore,
      alone: onlyAgreeing ? alone : 0,
    }),
    seenFrom(index) {
      if (index < givenUpTo) return null;
      const seen = {
        browser: { alarms: 0, collective: 0 },
        board: { alarms: 0, collective: 0 },
      };
      for (const event of events) {
        if (indexOf(event) < index || !isListed(event)) continue;
        for (const judge of ['browser', 'board'] as const) {
          if (event.by !== judge && event.by !== 'both') continue;
          seen[judge].alarms += 1;
          if (event.collective) seen[judge].collective += 1;
        }
      }
      return seen;
    },
    tellAnew() {
      changed.clear();
      untoldBelow = first + events.length;
    },
    takeChanged(howMany) {
      const waiting = [...changed].sort((a, b) => a - b);
      const taken = waiting.slice(-howMany);
      for (const serial of taken) changed.delete(serial);
      const from = Math.max(first, untoldBelow - (howMany - taken.length));
      const behind = Array.from({ length: Math.max(0, untoldBelow - from) }, (_, i) => from + i);
      untoldBelow = Math.min(untoldBelow, from);
      return [...behind, ...taken].flatMap((serial) => {
        const event = eventOf(serial);
        return event && isListed(event) ? event : [];
      });
    },
    spansIn: byChannel.spansIn,
    countBegun(channel, fromIndex, toIndex) {
      return fromIndex < givenUpTo ? null : byChannel.countBegun(channel, fromIndex, toIndex);
    },
    samplesGivenUp(nowFrom) {
      start = nowFrom;
      for (const [chunk, howMany] of begun) {
        if (chunk * CHUNK_SAMPLES >= start) continue;
        begunBefore += howMany;
        begun.delete(chunk);
      }
    },
    beginAnew() {
      events = events.filter((event) => indexOf(event) < start);
      first = 0;
      givenUpTo = Math.min(givenUpTo, start);
      alone = events.filter((event) => event.alone).length;
      current.clear();
      changed.clear();
      untoldBelow = 0;
      byChannel.clear();
      for (const [serial, event] of events.entries()) byChannel.note(serial, event);
      begun.clear();
      total = begunBefore;
      judgedBefore = begunBefore;
    },
  };
}
