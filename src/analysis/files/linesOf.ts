/** Any file of numbers as the lines of a recording, read, converted and handed on piece by piece. */
import { createLineConverter } from '../../history/csv/convertFile.ts';
import type { ImportPlan } from '../../history/csv/importPlan.ts';
import type { ImportEnding, ImportProgress } from '../messages/fileMessages.ts';

/** Converted at a time: some milliseconds of work, whatever pieces the file is read in. */
const SLICE_BYTES = 256 * 1024;

export interface LinesOptions {
  readonly plan: ImportPlan;
  /** Of the file. */
  readonly name: string;
  /** Unlike that of any other import. */
  readonly id: string;
}

/**
 * The lines of `file`. Memory is bounded: the file is read on only when the lines were taken. Ends
 * early when `signal` aborts, when no line ends any more, or when the file cannot be read; `progress`
 * is told so last of all. Never errors.
 */
export function linesOf(
  file: Blob,
  options: LinesOptions,
  signal: AbortSignal,
  progress: (progress: ImportProgress) => void,
): ReadableStream<Uint8Array> {
  let ready: Uint8Array[] = [];
  const converter = createLineConverter(options.plan, options, (lines) => ready.push(lines));
  const reader = file.stream().getReader();
  let chunk = new Uint8Array(0);
  let bytesRead = 0;
  let over = false;

  const tell = (ending: ImportEnding | null): void =>
    progress({ bytesRead, bytesTotal: file.size, counts: converter.counts(), ending });

  /** Reads on until there are lines to hand on, or the end. */
  async function readOn(): Promise<ImportEnding | null> {
    while (ready.length === 0) {
      if (signal.aborted) return 'cancelled';
      if (converter.isEndless()) return 'endless';
      if (chunk.length === 0) {
        const read = await readChunk();
        if (read === 'unreadable') return 'unreadable';
        if (read === null) return signal.aborted ? 'cancelled' : 'complete';
        chunk = read;
      }
      const slice = chunk.subarray(0, SLICE_BYTES);
      chunk = chunk.subarray(slice.length);
      bytesRead += slice.length;
      converter.push(slice);
      tell(null);
    }
    return null;
  }

  async function readChunk(): Promise<Uint8Array<ArrayBuffer> | null | 'unreadable'> {
    try {
      const { done, value } = await reader.read();
      return done ? null : value;
    } catch {
      // Moved, changed or forbidden since it was chosen.
      return 'unreadable';
    }
  }

  function handOn(controller: ReadableStreamDefaultController<Uint8Array>): void {
    for (const lines of ready) controller.enqueue(lines);
    ready = [];
  }

  async function giveUp(): Promise<void> {
    if (over) return;
    over = true;
    await reader.cancel().catch(() => undefined);
    tell('cancelled');
  }

  return new ReadableStream(
    {
      async pull(controller) {
        const ending = await readOn();
        if (over) return;
        if (ending === null) {
          handOn(controller);
          return;
        }
        over = true;
        if (ending !== 'cancelled') converter.end();
        handOn(controller);
        controller.close();
        tell(ending);
        if (ending !== 'complete') await reader.cancel().catch(() => undefined);
      },
      cancel: giveUp,
    },
    { highWaterMark: 0 },
  );
}
