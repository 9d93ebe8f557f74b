import { FEATURES } from '../../src/naming/featureTable.ts';
import type { DescribedEvent } from './eventSheet.ts';

/** Where the events are, by their first and last sample. */
export const placesOf = (events: readonly DescribedEvent[]) =>
  events.map(({ from, to }) => [from, to]);

/** One sentence each: numbers must be the same to 1e-9 of their size, or of 1e-9 where they are tiny. */
export function eventDifferences(
  found: readonly DescribedEvent[],
  expected: readonly DescribedEvent[],
): string[] {
  if (JSON.stringify(placesOf(found)) !== JSON.stringify(placesOf(expected))) {
    return [
      `events at ${JSON.stringify(placesOf(found))}, not ${JSON.stringify(placesOf(expected))}`,
    ];
  }
  return expected.flatMap(({ numbers }, i) =>
    FEATURES.flatMap(({ name }, k) => {
      const is = found[i]?.numbers[k] ?? Number.NaN;
      const wanted = numbers[k] ?? Number.NaN;
      return isFurther(is, wanted, 1e-9)
        ? [`event ${i}: ${name} is ${is} instead of ${wanted}`]
        : [];
    }),
  );
}

/** Whether two numbers lie further apart than this share of their size, or of 1 where they are small. */
export const isFurther = (a: number, b: number, share: number): boolean =>
  !(Math.abs(a - b) <= share * Math.max(1, Math.abs(a), Math.abs(b)));
