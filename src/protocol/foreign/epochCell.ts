/**
 * A time since 1970 as a bare number in front of the others: `1764244800,23.5`. Ms and finer are of a size
 * that nothing else has; seconds could be counts or microseconds since the start, so they are believed
 * when the first rows show that they go on as seconds do.
 */
import type { ForeignTime, ForeignValue } from './reading.ts';

/** Seconds of the years 2017 to 2039. */
const FIRST_SECOND = 1.48e9;
const LAST_SECOND = 2.2e9;
/** Rows that are further apart count something else. */
const MOST_STEP_S = 600;
const LEAST_ROWS = 3;

/** A row without labels, and what goes with it. */
export interface CellRow<T> {
  readonly values: readonly ForeignValue[];
  readonly time: ForeignTime | null;
  readonly with: T;
}

export interface EpochCell<T> {
  /** Whether a row must be taken here at all: nearly none must. */
  mayBe(values: readonly ForeignValue[], time: ForeignTime | null): boolean;
  isWaiting(): boolean;
  /** The rows that can be taken now, in their order, those with such a time without it among their values. */
  take(row: CellRow<T>): readonly CellRow<T>[];
  /** Rows of another kind follow: those that wait are taken as they stand. */
  release(): readonly CellRow<T>[];
}

export function createEpochCell<T>(): EpochCell<T> {
  let waiting: CellRow<T>[] = [];
  /** Whether seconds are believed; null while it is not known. */
  let believed: boolean | null = null;

  function release(): CellRow<T>[] {
    const rows = waiting;
    waiting = [];
    return rows.map((row) => (believed ? timed(row) : row));
  }

  return {
    mayBe(values, time) {
      const first = values[0]?.value ?? 0;
      if (first < FIRST_SECOND || values.length < 2 || time !== null) {
        // Rows that do not begin so show that the others do not either.
        if (waiting.length === 0 && values.length > 1 && time === null) believed ??= false;
        return false;
      }
      return believed !== false || first >= FIRST_SECOND * 1000;
    },
    isWaiting: () => waiting.length > 0,
    take(row) {
      const first = row.values[0] ?? { value: 0 };
      if (first.value >= FIRST_SECOND * 1000) return [...release(), timed(row)];
      if (believed !== null || first.value >= LAST_SECOND)
        return [...release(), believed ? timed(row) : row];
      const stepS = first.value - (waiting.at(-1)?.values[0]?.value ?? first.value);
      waiting.push(row);
      if (stepS < 0 || stepS > MOST_STEP_S) believed = false;
      else if (waiting.length >= LEAST_ROWS) {
        believed = first.value > (waiting[0]?.values[0]?.value ?? first.value);
      }
      return believed === null ? [] : release();
    },
    release,
  };
}

/** The row without its first value, which is its time; as it stands where that is of no calendar. */
function timed<T>(row: CellRow<T>): CellRow<T> {
  const [first, ...values] = row.values;
  for (const perSecond of [1, 1e3, 1e6, 1e9]) {
    const seconds = (first?.value ?? 0) / perSecond;
    if (seconds < FIRST_SECOND || seconds >= LAST_SECOND) continue;
    const named = values.map((each, i) => ({
      ...each,
      name: values.length === 1 ? 'value' : `value ${i + 1}`,
    }));
    return { ...row, values: named, time: { ms: seconds * 1000, clock: 'utc' } };
  }
  return row;
}
