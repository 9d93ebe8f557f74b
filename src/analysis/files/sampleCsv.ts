/** Samples with their verdicts as CSV, piece by piece, from those that are in memory. */
import { firstAtOrAfter, timeAt } from '../../history/history.ts';
import type { Signal } from '../judging/signal.ts';
import type { ExportPiece, ExportRange } from '../messages/fileMessages.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';
import type { Label } from '../messages/studyMessages.ts';
import { createSampleRows, headerRow } from './sampleRows.ts';

/** Some milliseconds of work: live samples get their turn in between. */
const ROWS_A_PIECE = 8192;
/** Samples before the range are judged, not written: that many fold faster. */
const SKIP_FACTOR = 20;

export interface SampleCsv {
  /** The next rows; null when there is none in all. Rejects when they cannot be read. */
  next(): Promise<ExportPiece | null>;
}

/** Whether samples of a range were given up; what is left of it is in memory. */
export function missesOlder({ judging: { history } }: Signal, range: ExportRange): boolean {
  if (history.start === 0) return false;
  return range.kind === 'all' || range.fromMs < timeAt(history, history.start);
}

/** Those of a range, or all; `settings` judge them. */
export function createSampleCsv(
  signal: Signal,
  settings: JudgingSettings,
  range: ExportRange,
  labels: readonly Label[],
): SampleCsv {
  const { judging, channels } = signal;
  const { history } = judging;
  const from = range.kind === 'all' ? history.start : firstAtOrAfter(history, range.fromMs);
  const to = range.kind === 'all' ? history.end : firstAtOrAfter(history, range.toMs + 1e-3);
  const rows = createSampleRows(signal, signal.judgedBy(settings), from, labels);
  const encoder = new TextEncoder();
  let header = headerRow(channels, labels);
  let missing = missesOlder(signal, range);
  let gone = 0;

  /** Samples that the full ring gave up before they were written. */
  function catchUp(): void {
    const cursor = rows.cursor();
    if (cursor >= history.start) return;
    const next = Math.min(to, history.start);
    const lost = Math.max(0, next - Math.max(cursor, from));
    if (lost > 0) missing = true;
    gone += lost;
    rows.jumpTo(next);
  }

  return {
    async next() {
      if (to <= from) return null;
      catchUp();
      let text = header;
      header = '';
      if (rows.cursor() < from) {
        rows.skipTo(Math.min(from, rows.cursor() + ROWS_A_PIECE * SKIP_FACTOR));
      } else {
        text += rows.take(Math.min(to, rows.cursor() + ROWS_A_PIECE));
      }
      const done = Math.max(0, rows.cursor() - from);
      return {
        bytes: encoder.encode(text),
        samples: done - gone,
        share: done / (to - from),
        missesOlder: missing,
        last: rows.cursor() >= to,
      };
    },
  };
}
