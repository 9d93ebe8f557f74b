/** The page's side of the file desk: looks, exports piece by piece, and the progress of imports. */
import type {
  ExportPiece,
  ExportRange,
  FileLook,
  FromFiles,
  ImportProgress,
  LookWishes,
  ToFiles,
} from './fileMessages.ts';

export interface RunningExport {
  /** The next piece; null when there is none, or the worker has died. One at a time. */
  next(): Promise<ExportPiece | null>;
  cancel(): void;
}

export interface FileClient {
  /** Never rejects: a worker that dies makes the file unreadable. */
  look(file: Blob, wishes: LookWishes): Promise<FileLook>;
  export(range: ExportRange): RunningExport;
  /** Hears the progress of the file that is being imported. */
  onProgress(listener: (progress: ImportProgress) => void): () => void;
  receive(message: FromFiles): void;
  /** The worker is dead: nobody will answer what was asked. */
  died(): void;
}

/** `post` is false when there is no worker to post to. */
export function createFileClient(post: (message: ToFiles) => boolean): FileClient {
  const looks = new Map<number, (look: FileLook) => void>();
  const pieces = new Map<number, (piece: ExportPiece | null) => void>();
  const listeners = new Set<(progress: ImportProgress) => void>();
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
          new Promise((settle) => {
            pieces.set(request, settle);
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
    onProgress(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
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
          const settle = pieces.get(message.request);
          pieces.delete(message.request);
          settle?.(message.piece);
          return;
        }
        case 'progress':
          for (const listener of [...listeners]) listener(message.progress);
          return;
        default:
          message satisfies never;
      }
    },
    died() {
      const waitingLooks = [...looks.values()];
      const waitingPieces = [...pieces.values()];
      looks.clear();
      pieces.clear();
      for (const settle of waitingLooks) settle({ ok: false, refusal: 'unreadable' });
      for (const settle of waitingPieces) settle(null);
    },
  };
}
