/**
 * Samples with their verdicts as CSV, piece by piece. A verdict's probability is not kept with the
 * samples, so detectors of the cursor's own go along: the same rule, parameters and restarts over
 * the same samples say the same as live.
 */
import { COLLECTIVE, createDetector, type Detector, OUTLIER } from '../../detector/detector.ts';
import { judge, judgeRun, type Run } from '../../detector/judge.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { CHUNK_MASK, CHUNK_SAMPLES } from '../../history/chunk.ts';
import { createDateTimeWriter } from '../../history/csv/dateTime.ts';
import { writeHeading } from '../../history/csv/headings.ts';
import {
  OWN_BOARD_TIME,
  OWN_BREAK,
  OWN_HOST_TIME,
  OWN_VERDICTS,
} from '../../history/csv/lookAtTable.ts';
import { chunkAt, firstAtOrAfter, timeAt, valueAt } from '../../history/history.ts';
import type { Recording } from '../judging/recording.ts';
import type { ExportPiece, ExportRange } from '../messages/fileMessages.ts';
import { csvNumber, csvRow } from './csvCells.ts';

/** From here on the detector takes a value for invalid (detector/judge.ts). */
const LARGEST_VALUE = 1e150;
/** Samples before the range are judged, not written: that many fold faster. */
const SKIP_FACTOR = 20;

export interface SampleCsv {
  /** The next rows, at most `budget` of them. */
  next(budget: number): ExportPiece;
}

/** A cursor over the retained samples of a range, or over all; `parameters` judge them. */
export function createSampleCsv(
  recording: Recording,
  parameters: Parameters,
  range: ExportRange,
): SampleCsv {
  const { judging, channels } = recording;
  const { history } = judging;
  const restarts = new Set(judging.restarts());
  const clock = createDateTimeWriter();
  const encoder = new TextEncoder();
  let detectors = fresh();
  let cursor = history.start;
  const from = range.kind === 'all' ? history.start : firstAtOrAfter(history, range.fromMs);
  const to = range.kind === 'all' ? history.end : firstAtOrAfter(history, range.toMs + 1e-3);
  let gap = 0;
  let offset = 0;
  let givenUp = 0;
  let header = headerRow(recording);

  function fresh(): Detector[] {
    return channels.map(() => createDetector(parameters));
  }

  /** Samples that the full ring gave up before they were written. */
  function catchUp(): void {
    if (cursor >= history.start) return;
    const lost = Math.min(to, history.start) - Math.max(cursor, from);
    givenUp += Math.max(0, lost);
    cursor = Math.min(to, history.start);
  }

  /** Judges without writing, up to `end`. */
  function skip(end: number): void {
    while (cursor < end) {
      if (restarts.has(cursor)) detectors = fresh();
      const at = cursor & CHUNK_MASK;
      const chunk = chunkAt(history, cursor);
      let stretch = Math.min(end - cursor, CHUNK_SAMPLES - at);
      for (const restart of restarts) {
        if (restart > cursor) stretch = Math.min(stretch, restart - cursor);
      }
      for (const [c, detector] of detectors.entries()) {
        const value = chunk?.channels[c]?.value;
        if (!chunk || !value) continue;
        const run: Run = { time: chunk.time, value, limits: null };
        judgeRun(detector, run, at, at + stretch, () => undefined);
      }
      cursor += stretch;
    }
  }

  function row(index: number): string {
    if (restarts.has(index)) detectors = fresh();
    const timeMs = timeAt(history, index);
    let text = `${boardTime(index, timeMs)},${clock.text(timeMs)}`;
    for (const [c, detector] of detectors.entries()) {
      const value = valueAt(history, c, index);
      const bits = judge(detector, timeMs, value);
      text += `,${csvNumber(value)}`;
      if (!(Math.abs(value) < LARGEST_VALUE)) text += ',,,';
      else {
        text += `,${csvNumber(detector.probability)},${bits & OUTLIER ? 1 : 0},${bits & COLLECTIVE ? 1 : 0}`;
      }
    }
    return `${text},${breakBefore(index)}\r\n`;
  }

  function boardTime(index: number, timeMs: number): string {
    const offsets = recording.boardOffsets();
    while ((offsets[offset + 1]?.index ?? Number.POSITIVE_INFINITY) <= index) offset++;
    const offsetMs = offsets[offset]?.offsetMs ?? null;
    if (offsetMs === null) return '';
    const exact = timeMs - offsetMs;
    // Wall-clock numbers are coarser than the board's own: what it most likely sent, where that fits.
    const tidy = Math.round(exact * 1000) / 1000;
    return csvNumber(tidy + offsetMs === timeMs ? tidy : exact);
  }

  /** Why the samples before this one are missing, or what was learned is; empty for most. */
  function breakBefore(index: number): string {
    while ((history.gaps[gap]?.index ?? Number.POSITIVE_INFINITY) < index) gap++;
    if (index === from) return '';
    const its = history.gaps[gap];
    if (restarts.has(index) || (its?.index === index && its.lost === null)) return 'restart';
    return its?.index === index ? `lost ${its.lost}` : '';
  }

  return {
    next(budget) {
      catchUp();
      let text = header;
      header = '';
      if (cursor < from) {
        skip(Math.min(from, cursor + budget * SKIP_FACTOR));
      } else {
        const end = Math.min(to, cursor + budget);
        // The ring may have moved on since the last piece, and the gaps with it.
        gap = 0;
        offset = 0;
        for (; cursor < end; cursor++) text += row(cursor);
      }
      return {
        bytes: encoder.encode(text),
        done: Math.max(0, cursor - from),
        total: Math.max(0, to - from),
        givenUp,
        last: cursor >= to,
      };
    },
  };
}

function headerRow({ channels }: Recording): string {
  const columns = channels.flatMap(({ name, unit }) => [
    writeHeading(name, unit),
    ...OWN_VERDICTS.map((verdict) => `${name} ${verdict}`),
  ]);
  return csvRow([OWN_BOARD_TIME, OWN_HOST_TIME, ...columns, OWN_BREAK]);
}

/** Whether anything of a range is retained. */
export function hasSamples({ judging: { history } }: Recording, range: ExportRange): boolean {
  if (history.end === history.start) return false;
  if (range.kind === 'all') return true;
  return (
    firstAtOrAfter(history, range.fromMs) < history.end &&
    timeAt(history, history.start) <= range.toMs
  );
}
