/**
 * Samples with their verdicts as CSV, from the recording of their session instead of from memory,
 * which has given up some: it is played once more, unseen, through a history of a few samples.
 */
import { firstAtOrAfter, timeAt } from '../../history/history.ts';
import { createRecordedLines, type RecordedLines } from '../connection/recordedLines.ts';
import { createCurrentSignal } from '../judging/currentSignal.ts';
import type { Signal } from '../judging/signal.ts';
import type { ExportRange } from '../messages/fileMessages.ts';
import type { Channel } from '../messages/findings.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';
import type { Label } from '../messages/studyMessages.ts';
import type { SampleCsv } from './sampleCsv.ts';
import { createSampleRows, headerRow, type SampleRows } from './sampleRows.ts';

const READ_BYTES = 256 * 1024;
/** Handed over at a time: the shortest rows in it are fewer than the history holds for sure. */
const FED_BYTES = 8 * 1024;

/**
 * Of the channels of `shown`, from the first sample of the recording, or of the range, to the newest
 * that `shown` has, or the last of the range. `settings` judge them from the first one on.
 */
export function createRecordedCsv(
  file: Blob,
  shown: Signal,
  settings: JudgingSettings,
  range: ExportRange,
  labels: readonly Label[],
): SampleCsv {
  const { history } = shown.judging;
  const by = shown.judgedBy(settings);
  const newestMs = timeAt(history, history.end - 1);
  const fromMs = range.kind === 'all' ? Number.NEGATIVE_INFINITY : range.fromMs;
  const toMs = Math.min(newestMs, range.kind === 'all' ? newestMs : range.toMs) + 1e-3;
  const encoder = new TextEncoder();
  const recorded = linesInto(begin, settings);
  let begun: { readonly signal: Signal; readonly rows: SampleRows }[] = [];
  let header = headerRow(shown.channels, labels);
  let bytesRead = 0;
  let samples = 0;
  let over = false;

  /** A sketch may have had other channels once: those are no rows of this table. */
  function begin(signal: Signal): void {
    if (sameChannels(signal.channels, shown.channels)) {
      begun.push({ signal, rows: createSampleRows(signal, by, 0, labels) });
    }
  }

  /** The rows of what was read just now. */
  function rowsOf({ signal, rows }: (typeof begun)[number]): string {
    const { history } = signal.judging;
    rows.skipTo(firstAtOrAfter(history, fromMs));
    const end = firstAtOrAfter(history, toMs);
    if (end < history.end) over = true;
    samples += Math.max(0, end - rows.cursor());
    return rows.take(end);
  }

  return {
    async next() {
      const slice = file.slice(bytesRead, bytesRead + READ_BYTES);
      const bytes = new Uint8Array(await slice.arrayBuffer());
      bytesRead += bytes.length;
      let text = header;
      header = '';
      for (let at = 0; at < bytes.length && !over; at += FED_BYTES) {
        recorded.push(bytes.subarray(at, at + FED_BYTES));
        for (const each of begun) text += rowsOf(each);
        begun = begun.slice(-1);
      }
      const last = over || bytesRead >= file.size;
      if (last && samples === 0) return null;
      const share = bytesRead / file.size;
      return { bytes: encoder.encode(text), samples, share, missesOlder: false, last };
    },
  };
}

/** Hears a recording as the engine does, unseen; `begin` is told of every signal in it. */
function linesInto(begin: (signal: Signal) => void, settings: JudgingSettings): RecordedLines {
  const signal = createCurrentSignal(begin);
  signal.putInForce(settings);
  signal.keepWithin(0);
  const ignore = () => undefined;
  return createRecordedLines(signal, {
    identified(_kind, hello, started) {
      if (hello) signal.greeted(hello, started);
      return true;
    },
    invalidLine: ignore,
    note: ignore,
  });
}

const sameChannels = (a: readonly Channel[], b: readonly Channel[]) =>
  JSON.stringify(a) === JSON.stringify(b);
