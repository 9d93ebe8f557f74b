/**
 * Samples with their verdicts as CSV, from the recording of their session instead of from memory,
 * which has given up some: it is played once more, unseen, through a history of a few samples.
 */
import type { Link } from '../../board/link.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { firstAtOrAfter, timeAt } from '../../history/history.ts';
import { startBoardSession } from '../connection/boardSession.ts';
import { createCurrentRecording } from '../judging/currentRecording.ts';
import type { Recording } from '../judging/recording.ts';
import type { ExportRange } from '../messages/fileMessages.ts';
import type { Channel } from '../messages/findings.ts';
import type { SampleCsv } from './sampleCsv.ts';
import { createSampleRows, headerRow, type SampleRows } from './sampleRows.ts';

const READ_BYTES = 256 * 1024;
/** Handed over at a time: the shortest rows in it are fewer than the history holds for sure. */
const FED_BYTES = 32 * 1024;

/**
 * Of the channels of `shown`, from the first sample of the recording, or of the range, to the newest
 * that `shown` has, or the last of the range. `parameters` judge them from the first one on.
 */
export function createRecordedCsv(
  file: Blob,
  shown: Recording,
  parameters: Parameters,
  range: ExportRange,
): SampleCsv {
  const { history } = shown.judging;
  const newestMs = timeAt(history, history.end - 1);
  const fromMs = range.kind === 'all' ? Number.NEGATIVE_INFINITY : range.fromMs;
  const toMs = Math.min(newestMs, range.kind === 'all' ? newestMs : range.toMs) + 1e-3;
  const encoder = new TextEncoder();
  const feed = play(parameters, begin);
  let begun: { readonly recording: Recording; readonly rows: SampleRows }[] = [];
  let header = headerRow(shown.channels);
  let bytesRead = 0;
  let samples = 0;
  let over = false;

  /** A sketch may have had other channels once: those are no rows of this table. */
  function begin(recording: Recording): void {
    if (sameChannels(recording.channels, shown.channels)) {
      begun.push({ recording, rows: createSampleRows(recording, parameters, 0) });
    }
  }

  /** The rows of what was read just now. */
  function rowsOf({ recording, rows }: (typeof begun)[number]): string {
    const { history } = recording.judging;
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
        await feed(bytes.subarray(at, at + FED_BYTES));
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

/** Hears a recording as the engine does; each call takes the next bytes of it. */
function play(
  parameters: Parameters,
  begin: (recording: Recording) => void,
): (bytes: Uint8Array) => Promise<void> {
  const current = createCurrentRecording(() => parameters);
  current.keepWithin(0);
  const { link, feed } = handFedLink();
  let taken = false;

  function use(channels: readonly Channel[], id: string): Recording {
    const before = current.get();
    const used = current.use(channels, id, 0);
    if (used !== before) begin(used);
    return used;
  }

  const ignore = () => undefined;
  startBoardSession(
    link,
    {
      identified(_, hello, unasked) {
        const wasTaken = taken;
        taken = true;
        if (!hello) return;
        const its = use(hello.channels, hello.id);
        its.setSinglePrecision(hello.float === 32);
        if (wasTaken && unasked) its.started();
      },
      foreignChannels(names) {
        use(
          names.map((name) => ({ name, unit: '' })),
          'foreign',
        );
      },
      sample: (seq, boardMs, arrivalMs, values) =>
        current.get()?.sample(seq, boardMs, arrivalMs, values),
      foreignSample: (arrivalMs, values) => current.get()?.foreignSample(arrivalMs, values),
      hostLine(line) {
        if (line.type === 'break') current.get()?.interrupted();
        if (line.type === 'restart') current.get()?.restart();
      },
      parameters: ignore,
      verdict: ignore,
      invalidLine: ignore,
      received: ignore,
      sent: ignore,
      ended: ignore,
    },
    () => 0,
    0,
    true,
  );
  return feed;
}

/** A link that brings what it is given, and says when that was taken. */
function handFedLink(): {
  readonly link: Link;
  readonly feed: (bytes: Uint8Array) => Promise<void>;
} {
  let its: ReadableStreamDefaultController<Uint8Array>;
  let ask: () => void = () => undefined;
  let asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const readable = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        its = controller;
      },
      pull: () => ask(),
    },
    { highWaterMark: 0 },
  );
  return {
    link: {
      readable,
      closed: new Promise(() => undefined),
      write: async () => undefined,
      close: async () => undefined,
    },
    async feed(bytes) {
      await asked;
      asked = new Promise<void>((resolve) => {
        ask = resolve;
      });
      its.enqueue(bytes);
      // Whoever asks for more has read these.
      await asked;
    },
  };
}

const sameChannels = (a: readonly Channel[], b: readonly Channel[]) =>
  JSON.stringify(a) === JSON.stringify(b);
