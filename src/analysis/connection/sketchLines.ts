/** The lines of another sketch: their rows go into a sink, and what was not understood is kept to be told. */
import { createChannelPeriod } from '../../history/channelPeriod.ts';
import { createRowClock } from '../../protocol/foreign/rowClock.ts';
import { createUnreadLines } from '../../protocol/foreign/unreadLines.ts';
import { createForeignChannels } from '../../protocol/foreignChannels.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import { createWholeObjects, type WholeReading } from '../../protocol/wholeObjects.ts';
import type { SketchReport } from '../messages/sketchMessages.ts';

/** After so long without a row, or so many periods, it is said that lines come instead. */
const INSTEAD_AFTER_MS = 2000;
const INSTEAD_PERIODS = 5;
const NEWEST_UNNAMED = 3;
const LONGEST_TEXT = 200;

export interface SketchLines {
  /** Of a line that is not heard only the names are counted. Returns when its newest row arrived; null without one. */
  take(text: string, arrivalMs: number, sink: SampleSink | null): number | null;
  /** A line of more bytes than are looked at. */
  tooLong(arrivalMs: number): void;
  /** The names that were found are forgotten. */
  forgetChannels(): void;
  /** Spacing of its rows; null when it is not known. */
  periodMs(): number | null;
  /** The same object as long as nothing has changed. */
  report(nowMs: number): SketchReport;
}

/** Of one link. */
export function createSketchLines(): SketchLines {
  const unread = createUnreadLines();
  const clock = createRowClock();
  const period = createChannelPeriod();
  const whole = createWholeObjects();
  let foreign = createForeignChannels();
  let lastRowMs: number | null = null;
  /** The first line that was not understood since a row was read; null when the last line was one. */
  let unreadSinceMs: number | null = null;
  let unnamed: readonly string[] = [];
  let hasChannels = false;
  let told: SketchReport | null = null;

  function notUnderstood(text: string, reason: Parameters<typeof unread.add>[1], atMs: number) {
    foreign.skip();
    unread.add(text, reason);
    if (reason !== 'empty') {
      unreadSinceMs ??= atMs;
      told = null;
    }
  }

  /** Between rows a sketch may talk: only where these stay away are its lines said not to be read. */
  function insteadSinceMs(nowMs: number): number | null {
    if (unreadSinceMs === null || lastRowMs === null) return unreadSinceMs;
    const patienceMs = Math.max(INSTEAD_AFTER_MS, INSTEAD_PERIODS * (period.periodMs() ?? 0));
    return nowMs - lastRowMs > patienceMs ? unreadSinceMs : null;
  }

  function takeWhole({ text, reading }: WholeReading, arrivalMs: number, sink: SampleSink | null) {
    if (reading.form === null) {
      notUnderstood(text, reading.reason, arrivalMs);
      return null;
    }
    const { channels, units, rows } = foreign.take(reading, arrivalMs);
    if (reading.form !== 'header' && unreadSinceMs !== null) {
      unreadSinceMs = null;
      told = null;
    }
    if (channels) {
      hasChannels = true;
      unnamed = [];
      told = null;
      sink?.channels(channels.map((name, i) => ({ name, unit: units[i] ?? '' })));
    } else if (!hasChannels && reading.form !== 'header') {
      unnamed = [...unnamed.slice(1 - NEWEST_UNNAMED), text.slice(0, LONGEST_TEXT)];
      told = null;
    }
    for (const { timeMs, own, values } of rows) {
      lastRowMs = timeMs;
      period.add(timeMs);
      sink?.row({ timeMs: clock(own, timeMs), values });
    }
    return rows.length > 0 ? lastRowMs : null;
  }

  return {
    take(text, arrivalMs, sink) {
      let newestMs: number | null = null;
      for (const each of whole(text)) newestMs = takeWhole(each, arrivalMs, sink) ?? newestMs;
      return newestMs;
    },
    tooLong(arrivalMs) {
      notUnderstood('…', 'long', arrivalMs);
    },
    forgetChannels() {
      foreign = createForeignChannels();
      hasChannels = false;
      told = null;
    },
    periodMs: period.periodMs,
    report(nowMs) {
      const since = insteadSinceMs(nowMs);
      const { counters, refused, unnamedLines } = foreign.names();
      const isSame =
        told?.unread.insteadSinceMs === since &&
        told.refused.count === refused.count &&
        told.counters.length === counters.length;
      if (told && isSame) return told;
      told = {
        unread: { count: unread.count(), newest: unread.newest(), insteadSinceMs: since },
        unnamed: hasChannels ? { count: 0, newest: [] } : { count: unnamedLines, newest: unnamed },
        counters,
        refused,
      };
      return told;
    },
  };
}
