/** What the person says was truly an anomaly. Belongs to one board's recording. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Label, MOST_LABELS } from '../analysis/messages/studyMessages.ts';
import { reachOf } from '../detector/scores.ts';
import { type NextSerial, NO_STEPS, type Steps, stepBack, stepForth, withStep } from './undo.ts';

const UNDO_STEPS = 100;

export interface LabelState extends Steps<readonly Label[]> {
  readonly labels: readonly Label[];
  /** Whether pointing at the plot labels. */
  readonly labelling: boolean;
  readonly setLabelling: (on: boolean) => void;
  readonly add: (label: Label) => void;
  readonly remove: (labels: readonly Label[]) => void;
  readonly clear: () => void;
  /** Takes the last change back, also a clearing. */
  readonly undo: () => void;
  /** Again what was taken back. */
  readonly redo: () => void;
  /** Those that stand in the recording that is played back. */
  readonly restore: (labels: readonly Label[]) => void;
  /** Another recording begins: nothing of it is labelled, and there is nothing to undo. */
  readonly forget: () => void;
}

export type LabelStore = StoreApi<LabelState>;

/**
 * `changed` hears of what the person does, not of what comes from a recording; `next` numbers what
 * is done, across all stores that can take something back.
 */
export function createLabelStore(
  changed: (before: readonly Label[], after: readonly Label[]) => void,
  next: NextSerial,
): LabelStore {
  return createStore<LabelState>((set, get) => {
    /** What came from the recording last. */
    let restored: readonly Label[] = [];

    function put(labels: readonly Label[], steps: Steps<readonly Label[]>): void {
      const before = get().labels;
      set({ labels, ...steps });
      changed(before, labels);
    }
    const change = (labels: readonly Label[]): void =>
      put(labels, withStep(get(), get().labels, next(), UNDO_STEPS));
    const go = (to: typeof stepBack<readonly Label[]>): void => {
      const stepped = to(get(), get().labels);
      if (!stepped) return;
      const { state, ...steps } = stepped;
      put(state, steps);
    };
    return {
      labels: [],
      labelling: false,
      ...NO_STEPS,
      setLabelling: (on) => set({ labelling: on }),
      add: (label) => change([...get().labels, label].slice(-MOST_LABELS)),
      remove: (gone) => change(get().labels.filter((label) => !gone.includes(label))),
      clear: () => {
        if (get().labels.length > 0) change([]);
      },
      undo: () => go(stepBack),
      redo: () => go(stepForth),
      restore: (labels) => {
        // What the person has said since stays said.
        const { labels: now } = get();
        const added = without(now, restored);
        const removed = without(restored, now);
        restored = labels;
        if (added.length === 0 && removed.length === 0) set({ labels, ...NO_STEPS });
        else set({ labels: [...without(without(labels, removed), added), ...added] });
      },
      forget: () => {
        restored = [];
        set({ labels: [], labelling: false, ...NO_STEPS });
      },
    };
  });
}

/** Those that are not among others. */
function without(labels: readonly Label[], others: readonly Label[]): readonly Label[] {
  if (others.length === 0) return labels;
  const key = ({ channel, fromMs, toMs, name }: Label) => `${channel},${fromMs},${toMs},${name}`;
  const known = new Set(others.map(key));
  return labels.filter((label) => !known.has(key(label)));
}

/** The labels that reach an event, or any other stretch of a channel. */
export function labelsAt(labels: readonly Label[], stretch: Omit<Label, 'name'>): readonly Label[] {
  return labels.filter((label) => {
    const { fromMs, toMs } = reachOf(label);
    return label.channel === stretch.channel && fromMs <= stretch.toMs && toMs >= stretch.fromMs;
  });
}
