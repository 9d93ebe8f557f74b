/**
 * Samples with their verdicts as rows of text. A verdict's probability is not kept with the samples,
 * so detectors of the cursor's own go along: the same rule, parameters and restarts over the same
 * samples say the same as live.
 */
import { COLLECTIVE, type Detector, OUTLIER } from '../../detector/detector.ts';
import { judge, judgeRun } from '../../detector/judge.ts';
import type { Run } from '../../detector/run.ts';
import { LARGEST_VALUE } from '../../detector/sigma.ts';
import { CHUNK_MASK, CHUNK_SAMPLES } from '../../history/chunk.ts';
import { createDateTimeWriter } from '../../history/csv/dateTime.ts';
import { writeHeading } from '../../history/csv/headings.ts';
import {
  OWN_BOARD_TIME,
  OWN_BREAK,
  OWN_CLASS,
  OWN_HOST_TIME,
  OWN_VERDICTS,
} from '../../history/csv/lookAtTable.ts';
import { chunkAt, timeAt, valueAt } from '../../history/history.ts';
import type { JudgedBy } from '../judging/judgedBy.ts';
import { judgeValues } from '../judging/judgeValues.ts';
import type { Signal } from '../judging/signal.ts';
import type { Channel } from '../messages/findings.ts';
import type { Label } from '../messages/studyMessages.ts';
import { createClassAt } from './classCells.ts';
import { csvCell, csvNumber, csvRow } from './csvCells.ts';

/** A cursor over retained samples. */
export interface SampleRows {
  /** Index of the next sample. */
  cursor(): number;
  /** Goes on there at once: what is in between is gone. */
  jumpTo(index: number): void;
  /** Judges without writing, up to the sample `end`. */
  skipTo(end: number): void;
  /** The rows up to the sample `end`. */
  take(end: number): string;
}

/**
 * @param from the sample at which something may be written first; what the detectors knew shortly
 *   before it is taken over from those of the signal
 * @param labels what the person has named; there is a column for it where that is anything
 */
export function createSampleRows(
  signal: Signal,
  by: JudgedBy,
  from: number,
  labels: readonly Label[],
): SampleRows {
  const { judging, channels } = signal;
  const { history } = judging;
  const clock = createDateTimeWriter();
  const checkpoint = judging.checkpointBefore(from, by);
  const classes = labels.length === 0 ? [] : channels.map((_, c) => createClassAt(labels, c));
  let cursor = checkpoint?.index ?? history.start;
  let detectors = checkpoint?.detectors ?? fresh();
  let restarts: ReadonlySet<number> = new Set();
  let isFirst = true;
  let gap = 0;
  let offset = 0;

  function fresh(): (Detector | null)[] {
    return channels.map((_, channel) => judging.freshDetector(by, channel));
  }

  function row(index: number): string {
    if (restarts.has(index)) detectors = fresh();
    const timeMs = timeAt(history, index);
    let text = `${boardTime(index, timeMs)},${clock.text(timeMs)}`;
    for (const [c, detector] of detectors.entries()) {
      const value = valueAt(history, c, index);
      const its = classes[c];
      const named = its ? `,${csvCell(its(timeMs))}` : '';
      if (history.nan === 'absent' && Number.isNaN(value)) {
        text += `,,,,${named}`;
        continue;
      }
      const bits = detector ? judge(detector, timeMs, value) : 0;
      text += `,${csvNumber(value)}`;
      if (!detector || !(Math.abs(value) < LARGEST_VALUE)) text += ',,,';
      else {
        text += `,${csvNumber(detector.probability)},${bits & OUTLIER ? 1 : 0},${bits & COLLECTIVE ? 1 : 0}`;
      }
      text += named;
    }
    return `${text},${breakBefore(index)}\r\n`;
  }

  function boardTime(index: number, timeMs: number): string {
    const offsets = signal.boardOffsets();
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
    if (isFirst) return '';
    const its = history.gaps[gap];
    if (restarts.has(index) || (its?.index === index && its.lost === null)) return 'restart';
    // A pause of a sketch has lost nothing.
    return its?.index === index && its.lost !== 0 ? `lost ${its.lost}` : '';
  }

  return {
    cursor: () => cursor,
    jumpTo(index) {
      cursor = index;
    },
    skipTo(end) {
      restarts = new Set(judging.restarts());
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
          if (!chunk || !value || !detector) continue;
          const run: Run = { time: chunk.time, value, limits: null };
          const judgeAll = history.nan === 'absent' ? judgeValues : judgeRun;
          judgeAll(detector, run, at, at + stretch, () => undefined);
        }
        cursor += stretch;
      }
    },
    take(end) {
      // The history may have moved on since the last time, and its gaps with it.
      restarts = new Set(judging.restarts());
      gap = 0;
      offset = 0;
      let text = '';
      for (; cursor < end; cursor++) {
        text += row(cursor);
        isFirst = false;
      }
      return text;
    },
  };
}

/** The names of the columns. */
export function headerRow(channels: readonly Channel[], labels: readonly Label[]): string {
  const said = labels.length === 0 ? OWN_VERDICTS : [...OWN_VERDICTS, OWN_CLASS];
  const columns = channels.flatMap(({ name, unit }) => [
    writeHeading(name, unit),
    ...said.map((word) => `${name} ${word}`),
  ]);
  return csvRow([OWN_BOARD_TIME, OWN_HOST_TIME, ...columns, OWN_BREAK]);
}
