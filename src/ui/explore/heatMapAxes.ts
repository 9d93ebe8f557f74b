/** The γ and δ of the tuning map: round values, and the ones in use so that they can be marked. */

const GAMMAS = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8];
const DELTAS = [0.5, 0.7, 0.8, 0.9, 0.94, 0.96, 0.98, 0.99, 0.995, 0.999];

export function mapGammas(current: number): readonly number[] {
  return withCurrent(GAMMAS, current);
}

export function mapDeltas(current: number): readonly number[] {
  return withCurrent(DELTAS, current);
}

function withCurrent(values: readonly number[], current: number): readonly number[] {
  const outside = current < Math.min(...values) || current > Math.max(...values);
  if (outside || values.includes(current)) return values;
  return [...values, current].sort((a, b) => a - b);
}

/** Index of the value nearest to `wanted`. */
export function nearestIndex(values: readonly number[], wanted: number): number {
  return values.reduce(
    (best, value, i) =>
      Math.abs(value - wanted) < Math.abs((values[best] ?? Number.POSITIVE_INFINITY) - wanted)
        ? i
        : best,
    0,
  );
}
