/**
 * A log of any other sketch: the rows that would be found on the line, at their own times or one
 * every period.
 */
import { COMMA } from '../../protocol/bytes.ts';
import type { ForeignRow } from '../../protocol/foreign/rows.ts';
import { createForeignChannels } from '../../protocol/foreignChannels.ts';
import { readHostLine } from '../../protocol/hostLine.ts';
import { createWholeObjects, type WholeReading } from '../../protocol/wholeObjects.ts';
import { createFileClock, type FileClock, type ToldTime } from './fileClock.ts';
import { createFileLines } from './fileLines.ts';
import { MOST_CHANNELS, type SketchLogPlan, type TimeSource } from './importPlan.ts';
import { createLineBuffer } from './lineBuffer.ts';
import {
  createRowCounter,
  type LineConverter,
  LONGEST_QUOTE,
  type ReadingNotes,
} from './lineConverter.ts';
import { createSampleLines, type FileIdentity } from './sampleLines.ts';

export function createSketchLogConverter(
  plan: SketchLogPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
  notes: ReadingNotes,
): LineConverter {
  const buffer = createLineBuffer(emit);
  const lines = createSampleLines(buffer, identity);
  const channels = createForeignChannels();
  const whole = createWholeObjects();
  const rows = createRowCounter(notes);
  const decoder = new TextDecoder();
  let width = Math.min(MOST_CHANNELS, plan.channels.length);
  let clock: FileClock | null = null;
  let told: ToldTime = { ms: 0, hasDay: false, hasZone: false };
  let row = 0;
  let arrivalMs = 0;

  if (width > 0) lines.hello(plan.channels.slice(0, width));

  /** The clock that the log keeps: its own from the first row with a time on, else the period's. */
  function clockFor(own: ForeignRow['own']): FileClock {
    const isText = plan.isRecording || (own !== null && own.clock !== 'uptime');
    const time: TimeSource =
      own || plan.isRecording
        ? {
            kind: 'column',
            column: 0,
            unit: isText ? 'date' : 'ms',
            clockColumn: null,
          }
        : { kind: 'period', periodMs: plan.periodMs };
    return createFileClock({ ...plan, time, evenMs: null }, lines);
  }

  function timeOf(own: ForeignRow['own']): ToldTime {
    if (plan.isRecording) return { ms: arrivalMs, hasDay: true, hasZone: true };
    if (!own) return plan.isTimed ? told : { ...told, ms: row * plan.periodMs };
    const zoneMs = own.clock === 'local' ? plan.zoneMinutes * 60_000 : 0;
    const hasDay = own.clock === 'utc' || own.clock === 'local';
    return { ms: own.ms - zoneMs, hasDay, hasZone: own.clock === 'utc' };
  }

  /** Of a row the line number stands where the live line has its arrival. */
  function write({ own, values, timeMs: line }: ForeignRow): void {
    told = timeOf(own);
    clock ??= clockFor(plan.isTimed ? own : null);
    row++;
    const late = clock.follow(told, null);
    if (late) {
      rows.leaveOut(line, { kind: late, text: '' });
      clock.leaveOut();
      return;
    }
    lines.arrival(clock.wallMs);
    lines.begin(clock.boardMs);
    for (let i = 0; i < width; i++) {
      buffer.byte(COMMA);
      buffer.number(values[i] ?? Number.NaN);
    }
    notes.sample(clock.wallMs, clock.isCalendar, line);
    lines.end();
  }

  function takeWhole({ text, reading }: WholeReading, number: number): void {
    if (reading.form === null) {
      channels.skip();
      if (text.trim() === '') return;
      rows.row();
      rows.leaveOut(number, { kind: 'words', text: text.slice(0, LONGEST_QUOTE) });
      return;
    }
    if (reading.form !== 'header') rows.row();
    const found = channels.take(reading, number);
    const most = Math.min(MOST_CHANNELS, found.channels?.length ?? 0);
    if (found.channels && most > width) {
      width = most;
      lines.hello(
        found.channels.slice(0, most).map((name, i) => ({ name, unit: found.units[i] ?? '' })),
      );
    }
    for (const each of found.rows) write(each);
  }

  const fileLines = createFileLines(plan.encoding, {
    line(number, bytes, from, to) {
      const host = plan.isRecording ? readHostLine(bytes, from, to) : null;
      if (host) {
        if (host.type === 'arrival') arrivalMs = host.timeMs;
        return;
      }
      for (const each of whole(decoder.decode(bytes.subarray(from, to)))) takeWhole(each, number);
    },
    tooLong(number) {
      rows.row();
      rows.leaveOut(number, { kind: 'too-long' });
    },
  });

  return {
    push: fileLines.push,
    flush: buffer.flush,
    end() {
      fileLines.end();
      // An object that was begun does not go on.
      for (const each of whole('')) takeWhole(each, 0);
      buffer.flush();
    },
    counts: rows.counts,
    isEndless: fileLines.isEndless,
  };
}
