/** A file on its way in: chosen, looked at, being read, read. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dialect, FileLook, ImportPlan, ImportProgress } from '../analysis/fileMessages.ts';

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
  readonly tell: (progress: ImportProgress) => void;
  /** The outcome was seen, or something else was opened. */
  readonly forget: () => void;
}

export type ImportStore = StoreApi<ImportState>;

export function createImportStore(around: {
  readonly look: (file: File, choice: Partial<Dialect>) => Promise<FileLook>;
  readonly open: (file: File, plan: ImportPlan) => void;
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

    return {
      chosen: null,
      look: null,
      reading: null,
      choose: (file) => {
        set({ chosen: file, look: null });
        void lookAt(file, {});
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
        around.open(chosen, plan);
        set({ reading: { name: chosen.name, progress: null } });
      },
      tell: (progress) => {
        const { reading } = get();
        if (reading) set({ reading: { ...reading, progress } });
      },
      forget: () => set({ reading: null }),
    };
  });
}
