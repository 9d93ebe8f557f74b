/** Where a long file goes, piece by piece: to disk where the browser can, else into memory. */
import { downloadBlob } from '../download.ts';

export interface FileSink {
  /** Rejects when the disk is full, or the limit of memory is passed. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The file is whole: it appears. */
  finish(): Promise<void>;
  /** Nothing of it is kept. */
  abort(): Promise<void>;
}

export type OpenedSink =
  | { readonly ok: true; readonly sink: FileSink }
  | { readonly ok: false; readonly reason: 'cancelled' }
  | { readonly ok: false; readonly reason: 'failed'; readonly detail: string };

/** Not in every browser, and not in TypeScript's library. */
type SaveFilePicker = (options: {
  readonly suggestedName: string;
}) => Promise<Pick<FileSystemFileHandle, 'createWritable'>>;

/** What is put together in memory may not be larger. */
export const MEMORY_LIMIT_BYTES = 2 ** 30;

export class TooLargeError extends Error {}

function savePicker(): SaveFilePicker | null {
  return Reflect.get(window, 'showSaveFilePicker') ?? null;
}

/** Whether files of any size can be written. */
export const writesToDisk = (): boolean => savePicker() !== null;

/** Must be called from a click: the browser asks where to. */
export async function openFileSink(fileName: string): Promise<OpenedSink> {
  const pick = savePicker();
  if (!pick) return { ok: true, sink: memorySink(fileName, MEMORY_LIMIT_BYTES) };
  try {
    const handle = await pick.call(window, { suggestedName: fileName });
    const stream = await handle.createWritable();
    return {
      ok: true,
      sink: {
        write: (bytes) => stream.write(bytes),
        finish: () => stream.close(),
        abort: () => stream.abort(),
      },
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      return { ok: false, reason: 'cancelled' };
    }
    return { ok: false, reason: 'failed', detail: String(error) };
  }
}

/** Keeps the pieces, which browsers may put on disk, and hands them over as one download. */
export function memorySink(
  fileName: string,
  limitBytes: number,
  download: typeof downloadBlob = downloadBlob,
): FileSink {
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  return {
    async write(piece) {
      bytes += piece.length;
      if (bytes > limitBytes) throw new TooLargeError();
      pieces.push(piece);
    },
    async finish() {
      download(fileName, new Blob(pieces, { type: 'text/csv' }));
    },
    async abort() {
      pieces = [];
    },
  };
}
