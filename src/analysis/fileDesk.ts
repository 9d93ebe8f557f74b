/** Everything of the engine's that has to do with files of the person's: import and export. */
import type { Source } from '../board/source.ts';
import type { Parameters } from '../detector/parameters.ts';
import { HEAD_BYTES, lookAtFile } from '../history/csv/lookAtFile.ts';
import type { FileLook, FromFiles, ImportProgress, LookWishes, ToFiles } from './fileMessages.ts';
import { linesOf } from './linesOf.ts';
import type { Recording } from './recording.ts';
import { createSampleCsv, hasSamples, type SampleCsv } from './sampleCsv.ts';

/** Some milliseconds of work: live samples get their turn in between. */
const ROWS_A_PIECE = 8192;
const PROGRESS_EVERY_MS = 100;

export interface FileDesk {
  receive(message: ToFiles): void;
}

export function createFileDesk(around: {
  readonly nowMs: () => number;
  readonly post: (message: FromFiles, transfer: ArrayBuffer[]) => void;
  readonly recording: () => Recording | null;
  readonly parameters: () => Parameters;
  readonly open: (session: number, source: Source) => void;
}): FileDesk {
  const { nowMs, post } = around;
  const exports = new Map<number, SampleCsv>();

  async function look(request: number, file: Blob, wishes: LookWishes): Promise<void> {
    post({ type: 'look', request, look: await lookAt(file, wishes) }, []);
  }

  function open({ session, file, name, plan }: Extract<ToFiles, { type: 'open' }>): void {
    let toldMs = 0;
    const tell = (progress: ImportProgress): void => {
      if (progress.ending === null && nowMs() - toldMs < PROGRESS_EVERY_MS) return;
      toldMs = nowMs();
      post({ type: 'progress', session, progress }, []);
    };
    const id = `file-${session}-${Math.floor(nowMs())}`;
    const options = { plan, name, id, importedMs: nowMs() };
    // Whoever gives up the link cancels the stream, and with it the reading.
    const lines = linesOf(file, options, new AbortController().signal, tell);
    around.open(session, { kind: 'lines', lines });
  }

  function pull(request: number): void {
    const piece = exports.get(request)?.next(ROWS_A_PIECE) ?? null;
    if (piece?.last) exports.delete(request);
    post({ type: 'piece', request, piece }, piece ? [piece.bytes.buffer] : []);
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'look':
          void look(message.request, message.file, message.wishes);
          return;
        case 'open':
          open(message);
          return;
        case 'export': {
          const recording = around.recording();
          if (recording && hasSamples(recording, message.range)) {
            const csv = createSampleCsv(recording, around.parameters(), message.range);
            exports.set(message.request, csv);
          }
          pull(message.request);
          return;
        }
        case 'pull':
          pull(message.request);
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
