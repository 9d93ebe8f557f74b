/** A file on its way in: chosen, looked at, being read, read. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileCalls, RunningConversion } from '../analysis/client/fileCalls.ts';
import type {
  ChosenFile,
  FileLook,
  ImportPlan,
  ImportProgress,
  LookChoice,
} from '../analysis/messages/fileMessages.ts';

/** A file that is being read, or was. */
export interface ReadFile {
  readonly name: string;
  readonly progress: ImportProgress | null;
}

export interface ImportState {
  /** Waiting for the person's word; null when there is none. */
  readonly chosen: File | null;
  /** What the worker has made of it. */
  readonly look: FileLook | null;
  readonly reading: ReadFile | null;
  readonly choose: (file: File) => void;
  /** Reads a file of ours by what is guessed of it, without a question. */
  readonly openGuessed: (file: File) => Promise<void>;
  /** Looks again, with another dialect. */
  readonly lookAgain: (choice: LookChoice) => void;
  readonly giveUp: () => void;
  /** Begins to read the chosen file. */
  readonly open: (plan: ImportPlan) => void;
  /** Stops reading; what is open stays so. */
  readonly cancel: () => void;
  /** The outcome was seen, or something else was opened. */
  readonly forget: () => void;
}

export type ImportStore = StoreApi<ImportState>;

export function createImportStore(around: {
  /** Takes a file of parameters, a lesson, or a model; false when it is none of them. Null when its name says that already. */
  readonly takeOther: (file: File) => Promise<boolean> | null;
  readonly look: (file: File, choice: LookChoice) => Promise<ChosenFile>;
  readonly convert: FileCalls['convert'];
  /** Opens a recording: what the file was converted to, or the file itself. */
  readonly openRecording: (recording: Blob, title: string) => void;
}): ImportStore {
  return createStore<ImportState>((set, get) => {
    /** Counts looks: the newest is shown, whichever comes last. */
    let looks = 0;
    async function lookAt(file: File, choice: LookChoice): Promise<void> {
      looks += 1;
      const mine = looks;
      const taking = around.takeOther(file);
      if (taking && (await taking)) return;
      const its = await around.look(file, choice);
      if (mine !== looks) return;
      if (its.form === 'numbers') {
        set({ chosen: file, look: its.look });
        return;
      }
      set({ chosen: null, look: null });
      around.openRecording(file, file.name);
    }

    let running: RunningConversion | null = null;

    async function read(file: File, plan: ImportPlan): Promise<void> {
      running?.cancel();
      const mine = around.convert(file, file.name, plan, (progress) => {
        if (running === mine) set({ reading: { name: file.name, progress } });
      });
      running = mine;
      set({ reading: { name: file.name, progress: null } });
      const end = await mine.end;
      if (running !== mine) return;
      running = null;
      const { reading } = get();
      if (end.kind === 'failed') set({ reading: null });
      if (end.kind === 'failed' || !end.result) return;
      around.openRecording(end.result, file.name);
      // What was left out is still to be told.
      set({ reading });
    }

    return {
      chosen: null,
      look: null,
      reading: null,
      choose: (file) => {
        void lookAt(file, {});
      },
      openGuessed: async (file) => {
        looks += 1;
        const mine = looks;
        const its = await around.look(file, {});
        if (mine !== looks || its.form !== 'numbers' || !its.look.ok) return;
        await read(file, its.look.plan);
        // It was whole when it was made: there is nothing to tell.
        if (get().reading?.name === file.name) get().forget();
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
