/** Everything of the engine's that has to do with files of the person's: import and export. */

import { HEAD_BYTES, lookAtFile } from '../../history/csv/lookAtFile.ts';
import { LF } from '../../protocol/bytes.ts';
import { beginsAsRecording } from '../../protocol/hostLine.ts';
import type { Signal } from '../judging/signal.ts';
import type { Answer, Ask } from '../messages/calls.ts';
import type {
  ChosenFile,
  ExportRange,
  ImportProgress,
  LookWishes,
} from '../messages/fileMessages.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';
import type { Label } from '../messages/studyMessages.ts';
import { eventsCsv } from './eventsCsv.ts';
import { linesOf } from './linesOf.ts';
import { createRecordedCsv } from './recordedCsv.ts';
import { createSampleCsv, missesOlder, type SampleCsv } from './sampleCsv.ts';

const PROGRESS_EVERY_MS = 100;
const TURN_EVERY_MS = 30;
/** Handed over to the browser at a time; it keeps what is large on the disk. */
const SPOOLED_BYTES = 8 * 1024 * 1024;

type FileCall = 'look' | 'convert' | 'export-samples' | 'export-events';

export interface FileCalls {
  receive(asked: Ask<FileCall>): void;
  /** The next piece of this export is wanted. */
  goOn(request: number): void;
  cancel(request: number): void;
}

/** What dates without a zone are ahead of UTC on a day, in minutes; `dayMs` as if it were UTC's. */
export type ZoneMinutesOn = (dayMs: number) => number;

export function createFileCalls(around: {
  readonly nowMs: () => number;
  /** Runs `task` after other messages had their turn. */
  readonly later: (task: () => void) => void;
  readonly zoneMinutesOn: ZoneMinutesOn;
  readonly post: (answer: Answer<FileCall>, transfer?: ArrayBuffer[]) => void;
  readonly signal: () => Signal | null;
  readonly settings: () => JudgingSettings;
  /** What the person has named. */
  readonly labels: () => readonly Label[];
  /** The file with all samples of the signal, also those that memory has given up; null without. */
  readonly recorded: (signal: Signal) => Promise<Blob | null>;
}): FileCalls {
  const { nowMs, later, post } = around;
  /** Null until it is known where the samples come from. */
  const exports = new Map<number, SampleCsv | null>();
  const conversions = new Map<number, AbortController>();

  async function look({ request, file, wishes }: Ask<'look'>): Promise<void> {
    const result = await lookAt(file, wishes, around.zoneMinutesOn);
    post({ type: 'done', call: 'look', request, result });
  }

  async function convert({ request, file, name, plan }: Ask<'convert'>): Promise<void> {
    const aborting = new AbortController();
    conversions.set(request, aborting);
    let toldMs = 0;
    let last: ImportProgress | null = null;
    const tell = (progress: ImportProgress): void => {
      last = progress;
      if (progress.ending === null && nowMs() - toldMs < PROGRESS_EVERY_MS) return;
      toldMs = nowMs();
      post({ type: 'progress', call: 'convert', request, progress });
    };
    const id = `file-${request}-${Math.floor(nowMs())}`;
    const options = { plan, name, id };
    const recording = await spooled(linesOf(file, options, aborting.signal, tell), othersTurn);
    conversions.delete(request);
    const result = holdsRows(last) ? recording : null;
    post({ type: 'done', call: 'convert', request, result });
  }

  let turnMs = 0;

  /** A file that is always ready would keep even the message that cancels it waiting. */
  async function othersTurn(): Promise<void> {
    if (nowMs() - turnMs < TURN_EVERY_MS) return;
    await new Promise<void>(later);
    turnMs = nowMs();
  }

  async function begin({ request, range }: Ask<'export-samples'>): Promise<void> {
    exports.set(request, null);
    const signal = around.signal();
    if (!signal || signal.judging.history.end === 0) {
      endExport(request);
      return;
    }
    const file = missesOlder(signal, range) ? await around.recorded(signal) : null;
    // Cancelled meanwhile.
    if (!exports.has(request)) return;
    exports.set(request, csvOf(signal, file, range));
    await pull(request);
  }

  function csvOf(signal: Signal, file: Blob | null, range: ExportRange): SampleCsv {
    const create = (labels: readonly Label[]) =>
      file
        ? createRecordedCsv(file, signal, around.settings(), range, labels)
        : createSampleCsv(signal, around.settings(), range, labels);
    return create(around.labels());
  }

  async function pull(request: number): Promise<void> {
    try {
      const piece = (await exports.get(request)?.next()) ?? null;
      if (!exports.has(request)) return;
      if (piece && !piece.last) {
        const transfer = [piece.bytes.buffer];
        post({ type: 'progress', call: 'export-samples', request, progress: piece }, transfer);
        return;
      }
      exports.delete(request);
      const transfer = piece ? [piece.bytes.buffer] : [];
      post({ type: 'done', call: 'export-samples', request, result: piece }, transfer);
    } catch (error) {
      // Deleted meanwhile, or its disk is gone.
      exports.delete(request);
      const fault = { code: 'unreadable', detail: String(error) } as const;
      post({ type: 'failed', call: 'export-samples', request, fault });
    }
  }

  function endExport(request: number): void {
    if (exports.delete(request)) {
      post({ type: 'done', call: 'export-samples', request, result: null });
    }
  }

  function exportEvents({ request, ids, book }: Ask<'export-events'>): void {
    const signal = around.signal();
    const all = signal?.judging.events.all() ?? [];
    const wanted = ids && new Set(ids);
    const events = wanted ? all.filter(({ id }) => wanted.has(id)) : all;
    const result = eventsCsv(events, signal?.allChannels() ?? [], book, around.labels());
    post({ type: 'done', call: 'export-events', request, result });
  }

  return {
    receive(asked) {
      switch (asked.type) {
        case 'look':
          void look(asked);
          return;
        case 'convert':
          void convert(asked);
          return;
        case 'export-samples':
          void begin(asked);
          return;
        case 'export-events':
          exportEvents(asked);
          return;
        default:
          asked satisfies never;
      }
    },
    goOn(request) {
      if (exports.get(request)) void pull(request);
    },
    cancel(request) {
      conversions.get(request)?.abort();
      endExport(request);
    },
  };
}

/** Whether anything was read, and the person still wants it. */
function holdsRows(progress: ImportProgress | null): boolean {
  if (!progress || progress.ending === 'cancelled') return false;
  return progress.counts.rows > progress.counts.leftOut;
}

/** All of a stream as a file of the browser's, never in the worker's memory as a whole. */
async function spooled(
  stream: ReadableStream<Uint8Array>,
  othersTurn: () => Promise<void>,
): Promise<Blob> {
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
    await othersTurn();
  }
}

async function lookAt(
  file: Blob,
  wishes: LookWishes,
  zoneMinutesOn: ZoneMinutesOn,
): Promise<ChosenFile> {
  if (file.size === 0) return { form: 'numbers', look: { ok: false, refusal: 'empty' } };
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    const truncated = file.size > HEAD_BYTES;
    const isLine = truncated && !head.includes(LF);
    if (beginsAsRecording(head) && !isLine) return { form: 'recording' };
    // A log tells the time of day alone: its zone is that of the day on which the file was written.
    const zoneMinutes = zoneMinutesOn(wishes.startMs);
    const around = { ...wishes, truncated, zoneMinutes, zoneMinutesOn };
    return { form: 'numbers', look: lookAtFile(head, around) };
  } catch {
    // Moved, changed or forbidden since it was chosen.
    return { form: 'numbers', look: { ok: false, refusal: 'unreadable' } };
  }
}
