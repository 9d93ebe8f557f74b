/** What the person says was truly an anomaly. Belongs to one board's recording. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Label, MOST_LABELS } from '../analysis/messages/studyMessages.ts';
import { reachOf } from '../detector/scores.ts';

const UNDO_STEPS = 100;

export interface LabelState {
  readonly labels: readonly Label[];
  /** Whether pointing at the plot labels. */
  readonly labelling: boolean;
  readonly undoSteps: readonly (readonly Label[])[];
  readonly setLabelling: (on: boolean) => void;
  readonly add: (label: Label) => void;
  readonly remove: (labels: readonly Label[]) => void;
  readonly clear: () => void;
  /** Takes the last change back, also a clearing. */
  readonly undo: () => void;
  /** Those that stand in the recording that is played back. */
  readonly restore: (labels: readonly Label[]) => void;
  /** Another recording begins: nothing of it is labelled, and there is nothing to undo. */
  readonly forget: () => void;
}

export type LabelStore = StoreApi<LabelState>;

export function createLabelStore(): LabelStore {
  return createStore<LabelState>((set, get) => {
    const change = (labels: readonly Label[]): void =>
      set({ labels, undoSteps: [...get().undoSteps, get().labels].slice(-UNDO_STEPS) });
    return {
      labels: [],
      labelling: false,
      undoSteps: [],
      setLabelling: (on) => set({ labelling: on }),
      add: (label) => change([...get().labels, label].slice(-MOST_LABELS)),
      remove: (gone) => change(get().labels.filter((label) => !gone.includes(label))),
      clear: () => {
        if (get().labels.length > 0) change([]);
      },
      undo: () => {
        const { undoSteps } = get();
        const last = undoSteps.at(-1);
        if (last) set({ labels: last, undoSteps: undoSteps.slice(0, -1) });
      },
      restore: (labels) => set({ labels, undoSteps: [] }),
      forget: () => set({ labels: [], labelling: false, undoSteps: [] }),
    };
  });
}

/** The labels that reach an event, or any other stretch of a channel. */
export function labelsAt(labels: readonly Label[], stretch: Label): readonly Label[] {
  return labels.filter((label) => {
    const { fromMs, toMs } = reachOf(label);
    return label.channel === stretch.channel && fromMs <= stretch.toMs && toMs >= stretch.fromMs;
  });
}
