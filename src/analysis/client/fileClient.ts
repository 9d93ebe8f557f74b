/** The page's side of the file desk: looks, conversions to recordings, exports piece by piece. */
import type {
  ExportPiece,
  ExportRange,
  FileLook,
  FromFiles,
  ImportPlan,
  ImportProgress,
  LookWishes,
  ToFiles,
} from '../messages/fileMessages.ts';
import { createOpenCalls } from './openCalls.ts';

export interface RunningExport {
  /** The next piece; null when there is none, or the worker has died. One at a time. */
  next(): Promise<ExportPiece | null>;
  cancel(): void;
}

export interface RunningConversion {
  /** The recording; null when it was cancelled, holds no row, or the worker has died. */
  readonly recording: Promise<Blob | null>;
  cancel(): void;
}

export interface FileClient {
  /** Never rejects: a worker that dies makes the file unreadable. */
  look(file: Blob, wishes: LookWishes): Promise<FileLook>;
  export(range: ExportRange): RunningExport;
  /** Makes a recording of a file of numbers. */
  convert(
    file: Blob,
    name: string,
    plan: ImportPlan,
    onProgress: (progress: ImportProgress) => void,
  ): RunningConversion;
  receive(message: FromFiles): void;
  /** The worker is dead: nobody will answer what was asked. */
  died(): void;
}

const UNREADABLE: FileLook = { ok: false, refusal: 'unreadable' };

/** `post` is false when there is no worker to post to. */
export function createFileClient(post: (message: ToFiles) => boolean): FileClient {
  const looks = createOpenCalls<FileLook>();
  const pieces = createOpenCalls<ExportPiece | null>();
  const conversions = createOpenCalls<Blob | null, (progress: ImportProgress) => void>();
  let lastRequest = 0;

  return {
    look(file, wishes) {
      lastRequest += 1;
      const request = lastRequest;
      const look = looks.begin(request, null);
      if (!post({ type: 'look', request, file, wishes })) looks.end(request, UNREADABLE);
      return look;
    },
    export(range) {
      lastRequest += 1;
      const request = lastRequest;
      let begun = false;
      return {
        next() {
          const piece = pieces.begin(request, null);
          const message: ToFiles = begun
            ? { type: 'pull', request }
            : { type: 'export', request, range };
          begun = true;
          if (!post(message)) pieces.end(request, null);
          return piece;
        },
        cancel: () => {
          post({ type: 'end-export', request });
        },
      };
    },
    convert(file, name, plan, onProgress) {
      lastRequest += 1;
      const request = lastRequest;
      const recording = conversions.begin(request, onProgress);
      if (!post({ type: 'convert', request, file, name, plan })) conversions.end(request, null);
      return {
        recording,
        cancel: () => {
          post({ type: 'cancel-convert', request });
        },
      };
    },
    receive(message) {
      const { request } = message;
      switch (message.type) {
        case 'look':
          looks.end(request, message.look);
          return;
        case 'piece':
          pieces.end(request, message.piece);
          return;
        case 'progress':
          conversions.listener(request)?.(message.progress);
          return;
        case 'converted':
          conversions.end(request, message.recording);
          return;
        default:
          message satisfies never;
      }
    },
    died() {
      looks.endAll(UNREADABLE);
      pieces.endAll(null);
      conversions.endAll(null);
    },
  };
}
