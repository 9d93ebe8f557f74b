/** Samples out of bytes, read as the page's import reads them: its lines are read back. */

import { createLineConverter } from '../history/csv/convertFile.ts';
import type { ImportCounts, ImportPlan, RowFault } from '../history/csv/importPlan.ts';
import { LF } from '../protocol/bytes.ts';
import { createSampleLine, readFirmwareLine } from '../protocol/firmwareLine.ts';

/** One sample of all channels. */
export interface ReadSample {
  /** Since 1970 where the input has a calendar, else since its first row; ms. */
  readonly timeMs: number;
  /** NaN where there is none. */
  readonly values: Float64Array;
  /** The line of the input that a channel's value stands in, from 1; 0 where none does. */
  lineOf(channel: number): number;
}

export interface ReadSampleSink {
  /** Channels are named; what was learned of others before is of another board. */
  channels(names: readonly string[]): void;
  sample(sample: ReadSample): void;
  /** The board, or the logger, began anew. */
  restart(): void;
  leftOut(fault: RowFault): void;
}

export interface SampleReader {
  push(chunk: Uint8Array): void;
  /** Hands on what is read. */
  flush(): void;
  end(): void;
  counts(): ImportCounts;
  isEndless(): boolean;
}

interface Note {
  readonly timeMs: number;
  readonly isCalendar: boolean;
  readonly line: number | Int32Array;
}

export function createSampleReader(plan: ImportPlan, sink: ReadSampleSink): SampleReader {
  const line = createSampleLine();
  let notes: Note[] = [];
  let used = 0;
  let firstMs: number | null = null;

  function take(lines: Uint8Array): void {
    let from = 0;
    for (let to = lines.indexOf(LF); to >= 0; to = lines.indexOf(LF, from)) {
      const reading = readFirmwareLine(lines, from, to, line);
      if (reading === 'sample') takeSample();
      else if (typeof reading === 'object' && reading.type === 'hello') {
        sink.channels(reading.hello.channels.map(({ name }) => name));
      }
      from = to + 1;
    }
  }

  function takeSample(): void {
    const note = notes[used++];
    if (!note) return;
    if (line.seq === 0 && firstMs !== null) sink.restart();
    firstMs ??= note.timeMs;
    const { line: its } = note;
    sink.sample({
      timeMs: note.isCalendar ? note.timeMs : note.timeMs - firstMs,
      values: line.values.subarray(0, line.count),
      lineOf: (channel) => (typeof its === 'number' ? its : (its[channel] ?? 0)),
    });
    if (used === notes.length) [notes, used] = [[], 0];
  }

  const converter = createLineConverter(plan, { name: 'input', id: '1' }, take, {
    sample(timeMs, isCalendar, its) {
      notes.push({ timeMs, isCalendar, line: typeof its === 'number' ? its : its.slice() });
    },
    leftOut: sink.leftOut,
  });
  return converter;
}
