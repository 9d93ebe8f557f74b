/**
 * Where the detectors of a signal forgot everything, for a run over its history that comes by: the
 * indexes of those samples, and which of them the run has passed.
 */

/** A board that starts anew more often is broken; then the oldest moments are forgotten. */
const MOST_RESTARTS = 2 ** 14;

export interface Restarts {
  /** From this sample on, which is later than those before. */
  add(index: number): void;
  /** Of retained samples, ascending. */
  list(): readonly number[];
  /** The next that the run comes to; Infinity: none is left. */
  next(): number;
  /** Whether the run, now at `cursor`, is to begin anew: once for each restart on its way. */
  passes(cursor: number): boolean;
  samplesGivenUp(start: number): void;
  /** The run begins again at the first retained sample. */
  rewind(start: number): void;
}

export function createRestarts(): Restarts {
  let indexes: number[] = [];
  let passed = 0;

  /** The oldest so many, but for those that the run is still to come to. */
  function forget(howMany: number): void {
    const gone = Math.min(howMany, passed);
    indexes = indexes.slice(gone);
    passed -= gone;
  }

  const next = () => indexes[passed] ?? Number.POSITIVE_INFINITY;

  return {
    add(index) {
      if (indexes.at(-1) === index) return;
      indexes.push(index);
      if (indexes.length > MOST_RESTARTS) forget(MOST_RESTARTS / 2);
    },
    list: () => indexes,
    next,
    passes(cursor) {
      if (next() > cursor) return false;
      passed += 1;
      return true;
    },
    samplesGivenUp(start) {
      const behind = indexes.findIndex((index) => index >= start);
      forget(behind < 0 ? indexes.length : behind);
    },
    rewind(start) {
      indexes = indexes.filter((index) => index >= start);
      passed = 0;
    },
  };
}
