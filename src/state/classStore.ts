/** The person's classes of events, kept in local storage. What is named so, `labelStore` keeps. */
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { classesSchema, type EventClass, FIRST_CLASSES } from './eventClasses.ts';
import type { PreferencesStorage } from './preferences.ts';
import { NO_STEPS, type Steps, stepBack, stepForth, withStep } from './undo.ts';

const STORAGE_KEY = 'tidemark.classes';
const UNDO_STEPS = 100;

export interface ClassState extends Steps<readonly EventClass[]> {
  readonly classes: readonly EventClass[];
  /** All of them as one step, with this number among all that can be taken back. */
  readonly put: (classes: readonly EventClass[], serial: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export type ClassStore = StoreApi<ClassState>;

export function createClassStore(storage: PreferencesStorage): ClassStore {
  return createStore<ClassState>((set, get) => {
    function keep(classes: readonly EventClass[], steps: Steps<readonly EventClass[]>): void {
      set({ classes, ...steps });
      try {
        storage?.setItem(STORAGE_KEY, JSON.stringify(classes));
      } catch {
        // Full or forbidden: they hold for this visit.
        return;
      }
    }
    const go = (to: typeof stepBack<readonly EventClass[]>): void => {
      const stepped = to(get(), get().classes);
      if (!stepped) return;
      const { state, ...steps } = stepped;
      keep(state, steps);
    };
    return {
      classes: read(storage),
      ...NO_STEPS,
      put: (classes, serial) => keep(classes, withStep(get(), get().classes, serial, UNDO_STEPS)),
      undo: () => go(stepBack),
      redo: () => go(stepForth),
    };
  });
}

function read(storage: PreferencesStorage): readonly EventClass[] {
  try {
    const parsed = v.safeParse(classesSchema, JSON.parse(storage?.getItem(STORAGE_KEY) ?? '[]'));
    if (!parsed.success) return FIRST_CLASSES;
    const stored = parsed.output.filter(
      ({ name }, at, all) => all.findIndex((other) => other.name === name) === at,
    );
    const missing = FIRST_CLASSES.filter(
      ({ name }) => !stored.some((other) => other.name === name),
    );
    return [...missing, ...stored];
  } catch {
    return FIRST_CLASSES;
  }
}
