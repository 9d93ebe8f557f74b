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

export interface RunningExport {
  /**
   * The next piece; null when there is none, or the worker has died. One at a time. Rejects with an
   * `Error` when the recording cannot be read any more.
   */
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

/** `post` is false when there is no worker to post to. */
export function createFileClient(post: (message: ToFiles) => boolean): FileClient {
  const looks = new Map<number, (look: FileLook) => void>();
  const pieces = new Map<
    number,
    {
      readonly settle: (piece: ExportPiece | null) => void;
      readonly fail: (error: Error) => void;
    }
  >();
  const conversions = new Map<
    number,
    {
      readonly onProgress: (progress: ImportProgress) => void;
      readonly settle: (recording: Blob | null) => void;
    }
  >();
  let lastRequest = 0;

  return {
    look(file, wishes) {
      lastRequest += 1;
      const request = lastRequest;
      return new Promise((settle) => {
        looks.set(request, settle);
        if (!post({ type: 'look', request, file, wishes })) {
          looks.delete(request);
          settle({ ok: false, refusal: 'unreadable' });
        }
      });
    },
    export(range) {
      lastRequest += 1;
      const request = lastRequest;
      let begun = false;
      return {
        next: () =>
          new Promise((settle, fail) => {
            pieces.set(request, { settle, fail });
            const message: ToFiles = begun
              ? { type: 'pull', request }
              : { type: 'export', request, range };
            begun = true;
            if (!post(message)) {
              pieces.delete(request);
              settle(null);
            }
          }),
        cancel: () => {
          post({ type: 'end-export', request });
        },
      };
    },
    convert(file, name, plan, onProgress) {
      lastRequest += 1;
      const request = lastRequest;
      const recording = new Promise<Blob | null>((settle) => {
        conversions.set(request, { onProgress, settle });
        if (!post({ type: 'convert', request, file, name, plan })) {
          conversions.delete(request);
          settle(null);
        }
      });
      return {
        recording,
        cancel: () => {
          post({ type: 'cancel-convert', request });
        },
      };
    },
    receive(message) {
      switch (message.type) {
        case 'look': {
          const settle = looks.get(message.request);
          looks.delete(message.request);
          settle?.(message.look);
          return;
        }
        case 'piece': {
          const waiting = pieces.get(message.request);
          pieces.delete(message.request);
          waiting?.settle(message.piece);
          return;
        }
        case 'export-failed': {
          const waiting = pieces.get(message.request);
          pieces.delete(message.request);
          waiting?.fail(new Error(message.detail));
          return;
        }
        case 'progress':
          conversions.get(message.request)?.onProgress(message.progress);
          return;
        case 'converted': {
          const conversion = conversions.get(message.request);
          conversions.delete(message.request);
          conversion?.settle(message.recording);
          return;
        }
        default:
          message satisfies never;
      }
    },
    died() {
      const waitingLooks = [...looks.values()];
      const waitingPieces = [...pieces.values()];
      const waitingConversions = [...conversions.values()];
      conversions.clear();
      looks.clear();
      pieces.clear();
      for (const settle of waitingLooks) settle({ ok: false, refusal: 'unreadable' });
      for (const { settle } of waitingPieces) settle(null);
      for (const { settle } of waitingConversions) settle(null);
    },
  };
}
