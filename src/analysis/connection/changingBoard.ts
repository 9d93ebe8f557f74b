/**
 * A board whose hello tells of other channels begins a signal and a recording of its own. One that
 * does so all the time is broken, or wants to harm: it is not followed.
 */
import type { Hello } from '../../protocol/firmwareMessages.ts';

const MOST_CHANGES = 12;
const WITHIN_MS = 60_000;

export interface ChangingBoard {
  /** Whether a board that says this is heard from here on. */
  isHeard(hello: Hello): boolean;
  /** Whether it was not, last. */
  isTooMuch(): boolean;
  forget(): void;
}

/** `nowMs` is the wall clock. */
export function createChangingBoard(nowMs: () => number): ChangingBoard {
  let key = '';
  let changedMs: number[] = [];
  let tooMuch = false;
  return {
    isHeard({ id, channels }) {
      const its = JSON.stringify([id, channels]);
      changedMs = changedMs.filter((atMs) => nowMs() - atMs < WITHIN_MS);
      tooMuch = its !== key && changedMs.length >= MOST_CHANGES;
      if (!tooMuch && its !== key) {
        key = its;
        changedMs.push(nowMs());
      }
      return !tooMuch;
    },
    isTooMuch: () => tooMuch,
    forget() {
      key = '';
      changedMs = [];
      tooMuch = false;
    },
  };
}
