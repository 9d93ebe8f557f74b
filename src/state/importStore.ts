/** A file on its way in: chosen, looked at, being read, read. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileClient, RunningConversion } from '../analysis/client/fileClient.ts';
import type {
  Dialect,
  FileLook,
  ImportPlan,
  ImportProgress,
} from '../analysis/messages/fileMessages.ts';

/** A file that is being read, or was. */
export interface ReadFile {
  readonly name: string;
  readonly progress: ImportProgress | null;
}

export interface ImportState {
  /** Waiting for the person's word; null when there is none. */
  readonly chosen: File | null;
  /** Null until the worker has looked. */
  readonly look: FileLook | null;
  readonly reading: ReadFile | null;
  readonly choose: (file: File) => void;
  /** Looks again, with another dialect. */
  readonly lookAgain: (choice: Partial<Dialect>) => void;
  readonly giveUp: () => void;
  /** Begins to read the chosen file. */
  readonly open: (plan: ImportPlan) => void;
  /** Stops reading; what is open stays so. */
  readonly cancel: () => void;
  /** The outcome was seen, or something else was opened. */
  readonly forget: () => void;
}

/** How a recording of ours begins (history/README.md). */
const RECORDING_BEGINS = 'H,tidemark=';

export type ImportStore = StoreApi<ImportState>;

export function createImportStore(around: {
  readonly look: (file: File, choice: Partial<Dialect>) => Promise<FileLook>;
  readonly convert: FileClient['convert'];
  /** Opens a recording: what the file was converted to, or the file itself. */
  readonly openRecording: (recording: Blob, title: string) => void;
}): ImportStore {
  return createStore<ImportState>((set, get) => {
    /** Counts looks: the newest is shown, whichever comes last. */
    let looks = 0;
    async function lookAt(file: File, choice: Partial<Dialect>): Promise<void> {
      looks += 1;
      const mine = looks;
      const look = await around.look(file, choice);
      if (mine === looks) set({ look });
    }

    let running: RunningConversion | null = null;

    async function read(file: File, plan: ImportPlan): Promise<void> {
      running?.cancel();
      const mine = around.convert(file, file.name, plan, (progress) => {
        if (running === mine) set({ reading: { name: file.name, progress } });
      });
      running = mine;
      set({ reading: { name: file.name, progress: null } });
      const recording = await mine.recording;
      if (running !== mine) return;
      running = null;
      const { reading } = get();
      if (!recording) return;
      around.openRecording(recording, file.name);
      // What was left out is still to be told.
      set({ reading });
    }

    return {
      chosen: null,
      look: null,
      reading: null,
      choose: (file) => {
        void begins(file, RECORDING_BEGINS).then((isRecording) => {
          if (isRecording) {
            around.openRecording(file, file.name);
            return;
          }
          set({ chosen: file, look: null });
          void lookAt(file, {});
        });
      },
      lookAgain: (choice) => {
        const { chosen } = get();
        if (chosen) void lookAt(chosen, choice);
      },
      giveUp: () => {
        looks += 1;
        set({ chosen: null, look: null });
      },
      open: (plan) => {
        const { chosen } = get();
        if (!chosen) return;
        get().giveUp();
        void read(chosen, plan);
      },
      cancel: () => running?.cancel(),
      forget: () => {
        running?.cancel();
        set({ reading: null });
      },
    };
  });
}

async function begins(file: Blob, text: string): Promise<boolean> {
  try {
    return (await file.slice(0, text.length).text()) === text;
  } catch {
    // Moved, changed or forbidden since it was chosen: who looks at it will say so.
    return false;
  }
}
