/** Where the person is in the guided tour. It outlives the page, so that it can be resumed. */
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type ChapterId,
  firstStep,
  isEnd,
  lacks,
  type Need,
  STEP_IDS,
  STEPS,
  type StepId,
  stepAfter,
  stepBefore,
  type TourFacts,
} from '../tour/steps.ts';
import type { PreferencesStorage } from './preferences.ts';

const STORAGE_KEY = 'tidemark.tour';

const storedSchema = v.picklist(STEP_IDS);

export interface TourState {
  /** Null while there is no tour. */
  readonly step: StepId | null;
  /** Where the tour was ended before its end; null when there is nothing to resume. */
  readonly left: StepId | null;
  /** The step that the person has just done; null after a skip or a step back. */
  readonly done: StepId | null;
  /** What the step needs and is not there; null when nothing is amiss. */
  readonly lacking: Need | null;
  /** From the first step of a chapter on. */
  readonly start: (chapter: ChapterId) => void;
  readonly resume: () => void;
  readonly skip: () => void;
  readonly back: () => void;
  readonly end: () => void;
  /** What the page knows has changed. */
  readonly look: () => void;
}

export type TourStore = StoreApi<TourState>;

/** @param facts what the page knows now */
export function createTourStore(storage: PreferencesStorage, facts: () => TourFacts): TourStore {
  let begun: TourFacts | null = null;

  function keep(step: StepId | null): void {
    try {
      storage?.setItem(STORAGE_KEY, JSON.stringify(step));
    } catch {
      // A tour that cannot be kept is not resumed.
    }
  }

  return createStore<TourState>((set, get) => {
    function goTo(step: StepId | null, done: StepId | null): void {
      begun = step && facts();
      keep(step && (isEnd(step) ? null : step));
      set({ step, done, left: null, lacking: begun && step && lacks(step, begun) });
    }
    return {
      step: null,
      left: readLeft(storage),
      done: null,
      lacking: null,
      start: (chapter) => goTo(firstStep(chapter), null),
      resume: () => goTo(get().left ?? 'open', null),
      skip: () => {
        const { step } = get();
        if (step) goTo(stepAfter(step), null);
      },
      back: () => {
        const { step } = get();
        if (step) goTo(stepBefore(step) ?? step, null);
      },
      end: () => {
        const { step } = get();
        goTo(null, null);
        const left = step && !isEnd(step) ? step : null;
        keep(left);
        set({ left });
      },
      look: () => {
        const { step, lacking } = get();
        if (!step || !begun) return;
        const now = facts();
        const lacksNow = lacks(step, now);
        if (lacksNow !== lacking) {
          // What was seen before the board was gone is no measure for after.
          begun = now;
          set({ lacking: lacksNow });
          return;
        }
        if (!lacking && STEPS[step].isDone(now, begun)) goTo(stepAfter(step), step);
      },
    };
  });
}

function readLeft(storage: PreferencesStorage): StepId | null {
  try {
    const stored = v.safeParse(storedSchema, JSON.parse(storage?.getItem(STORAGE_KEY) ?? 'null'));
    return stored.success && !isEnd(stored.output) ? stored.output : null;
  } catch {
    // What cannot be read is no tour that was begun.
    return null;
  }
}
