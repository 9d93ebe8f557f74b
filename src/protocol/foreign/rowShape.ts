/** The names that the last row of gathered values had: when they are there again, it is whole. */
import type { ForeignValue } from './reading.ts';

export interface RowShape {
  remember(values: readonly ForeignValue[]): void;
  isWhole(values: ReadonlyMap<string, ForeignValue>): boolean;
}

/** Of one link. Knows no row at first. */
export function createRowShape(): RowShape {
  let last: readonly ForeignValue[] = [];
  return {
    remember(values) {
      last = values;
    },
    isWhole: (values) => values.size === last.length && last.every(({ name }) => values.has(name)),
  };
}
