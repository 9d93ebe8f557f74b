/** A file on its way out. One at a time: two would only make both slower. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export type ExportOutcome =
  | { readonly kind: 'written'; readonly samples: number; readonly missesOlder: boolean }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'nothing' }
  /** Larger than what this browser can put together in memory. */
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'failed'; readonly detail: string };

export interface WrittenFile {
  readonly name: string;
  /** 0..1 */
  readonly share: number;
  /** Null while it goes on. */
  readonly outcome: ExportOutcome | null;
}

export interface ExportState {
  readonly file: WrittenFile | null;
  /** Runs an export; another one that is under way is cancelled first. */
  readonly run: (
    name: string,
    task: (signal: AbortSignal, onShare: (share: number) => void) => Promise<ExportOutcome>,
  ) => Promise<void>;
  readonly cancel: () => void;
  readonly forget: () => void;
}

export type ExportStore = StoreApi<ExportState>;

export function createExportStore(): ExportStore {
  let running: { readonly abort: AbortController; readonly done: Promise<void> } | null = null;
  return createStore<ExportState>((set, get) => ({
    file: null,
    run: (name, task) => {
      const before = running;
      const abort = new AbortController();
      const work = async (): Promise<void> => {
        before?.abort.abort();
        await before?.done;
        const tell = (share: number): void => set({ file: { name, share, outcome: null } });
        tell(0);
        const outcome = await task(abort.signal, tell);
        set({ file: { name, share: 1, outcome } });
      };
      const done = work();
      running = { abort, done };
      return done;
    },
    cancel: () => running?.abort.abort(),
    forget: () => {
      if (get().file?.outcome) set({ file: null });
    },
  }));
}
