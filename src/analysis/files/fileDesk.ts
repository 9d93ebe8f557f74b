/** Everything of the engine's that has to do with files of the person's: import and export. */
import type { Parameters } from '../../detector/parameters.ts';
import { HEAD_BYTES, lookAtFile } from '../../history/csv/lookAtFile.ts';
import type { Signal } from '../judging/signal.ts';
import type {
  ExportRange,
  FileLook,
  FromFiles,
  ImportProgress,
  LookWishes,
  ToFiles,
} from '../messages/fileMessages.ts';
import { linesOf } from './linesOf.ts';
import { createRecordedCsv } from './recordedCsv.ts';
import { createSampleCsv, missesOlder, type SampleCsv } from './sampleCsv.ts';

const PROGRESS_EVERY_MS = 100;
/** Handed over to the browser at a time; it keeps what is large on the disk. */
const SPOOLED_BYTES = 8 * 1024 * 1024;

export interface FileDesk {
  receive(message: ToFiles): void;
}

export function createFileDesk(around: {
  readonly nowMs: () => number;
  readonly post: (message: FromFiles, transfer: ArrayBuffer[]) => void;
  readonly signal: () => Signal | null;
  readonly parameters: () => Parameters;
  /** The file with all samples of the signal, also those that memory has given up; null without. */
  readonly recorded: (signal: Signal) => Promise<Blob | null>;
}): FileDesk {
  const { nowMs, post } = around;
  const exports = new Map<number, SampleCsv>();
  const conversions = new Map<number, AbortController>();

  async function look(request: number, file: Blob, wishes: LookWishes): Promise<void> {
    post({ type: 'look', request, look: await lookAt(file, wishes) }, []);
  }

  async function convert(message: Extract<ToFiles, { type: 'convert' }>): Promise<void> {
    const { request, file, name, plan } = message;
    const aborting = new AbortController();
    conversions.set(request, aborting);
    let toldMs = 0;
    let last: ImportProgress | null = null;
    const tell = (progress: ImportProgress): void => {
      last = progress;
      if (progress.ending === null && nowMs() - toldMs < PROGRESS_EVERY_MS) return;
      toldMs = nowMs();
      post({ type: 'progress', request, progress }, []);
    };
    const id = `file-${request}-${Math.floor(nowMs())}`;
    const options = { plan, name, id };
    const recording = await spooled(linesOf(file, options, aborting.signal, tell));
    conversions.delete(request);
    post({ type: 'converted', request, recording: holdsRows(last) ? recording : null }, []);
  }

  async function begin(request: number, range: ExportRange): Promise<void> {
    const signal = around.signal();
    if (signal && signal.judging.history.end > 0) {
      const file = missesOlder(signal, range) ? await around.recorded(signal) : null;
      const csv = file
        ? createRecordedCsv(file, signal, around.parameters(), range)
        : createSampleCsv(signal, around.parameters(), range);
      exports.set(request, csv);
    }
    await pull(request);
  }

  async function pull(request: number): Promise<void> {
    try {
      const piece = (await exports.get(request)?.next()) ?? null;
      if (!piece || piece.last) exports.delete(request);
      post({ type: 'piece', request, piece }, piece ? [piece.bytes.buffer] : []);
    } catch (error) {
      // Deleted meanwhile, or its disk is gone.
      exports.delete(request);
      post({ type: 'export-failed', request, detail: String(error) }, []);
    }
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'look':
          void look(message.request, message.file, message.wishes);
          return;
        case 'convert':
          void convert(message);
          return;
        case 'cancel-convert':
          conversions.get(message.request)?.abort();
          return;
        case 'export':
          void begin(message.request, message.range);
          return;
        case 'pull':
          void pull(message.request);
          return;
        case 'end-export':
          exports.delete(message.request);
          return;
        default:
          message satisfies never;
      }
    },
  };
}

/** Whether anything was read, and the person still wants it. */
function holdsRows(progress: ImportProgress | null): boolean {
  if (!progress || progress.ending === 'cancelled') return false;
  return progress.counts.rows > progress.counts.leftOut;
}

/** All of a stream as a file of the browser's, never in the worker's memory as a whole. */
async function spooled(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  const files: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      parts.push(value.slice());
      bytes += value.length;
    }
    if (done || bytes >= SPOOLED_BYTES) {
      files.push(new Blob(parts));
      [parts, bytes] = [[], 0];
    }
    if (done) return new Blob(files);
  }
}

async function lookAt(file: Blob, wishes: LookWishes): Promise<FileLook> {
  if (file.size === 0) return { ok: false, refusal: 'empty' };
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    return lookAtFile(head, { ...wishes, truncated: file.size > HEAD_BYTES });
  } catch {
    // Moved, changed or forbidden since it was chosen.
    return { ok: false, refusal: 'unreadable' };
  }
}
