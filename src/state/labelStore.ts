/** What the person says that stretches of channels were. Belongs to one board's recording. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Label, MOST_LABELS } from '../analysis/messages/studyMessages.ts';
import { labelOn, type Stretch } from '../detector/labelOn.ts';
import { type NextSerial, NO_STEPS, type Steps, stepBack, stepForth, withStep } from './undo.ts';

const UNDO_STEPS = 100;

export interface LabelState extends Steps<readonly Label[]> {
  readonly labels: readonly Label[];
  /** Whether pointing at the plot labels. */
  readonly labelling: boolean;
  readonly setLabelling: (on: boolean) => void;
  readonly add: (label: Label) => void;
  /** All of them as one step, with this number among all that can be taken back. */
  readonly put: (labels: readonly Label[], serial: number) => void;
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

    function keep(labels: readonly Label[], steps: Steps<readonly Label[]>): void {
      const before = get().labels;
      set({ labels, ...steps });
      changed(before, labels);
    }
    const put = (labels: readonly Label[], serial: number): void =>
      keep(labels.slice(-MOST_LABELS), withStep(get(), get().labels, serial, UNDO_STEPS));
    const go = (to: typeof stepBack<readonly Label[]>): void => {
      const stepped = to(get(), get().labels);
      if (!stepped) return;
      const { state, ...steps } = stepped;
      keep(state, steps);
    };
    return {
      labels: [],
      labelling: false,
      ...NO_STEPS,
      setLabelling: (on) => set({ labelling: on }),
      add: (label) => put([...get().labels, label], next()),
      put,
      clear: () => {
        if (get().labels.length > 0) put([], next());
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

/** The labels when events have another name, or none. */
export function withNames(
  labels: readonly Label[],
  events: readonly Stretch[],
  name: string | null,
): readonly Label[] {
  const gone = new Set(events.map((event) => labelOn(labels, event)));
  const kept = labels.filter((label) => !gone.has(label));
  if (name === null) return kept.length === labels.length ? labels : kept;
  return [...kept, ...events.map(({ channel, fromMs, toMs }) => ({ channel, fromMs, toMs, name }))];
}
