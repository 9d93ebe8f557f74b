/** Round numbers for an axis. */

/** A tick's place on the scale, and the distance between two. */
export interface Ticks {
  readonly step: number;
  readonly at: readonly number[];
}

const NONE: Ticks = { step: 0, at: [] };

/** Multiples of 1, 2, 2.5 or 5 times a power of ten within `min..max`, at most `most` of them. */
export function valueTicks(min: number, max: number, most: number): Ticks {
  const span = max - min;
  if (!(span > 0) || !Number.isFinite(span) || most < 1) return NONE;
  const power = 10 ** Math.floor(Math.log10(span / most));
  const factors = [1, 2, 2.5, 5, 10];
  const step = factors.map((factor) => factor * power).find((s) => span / s <= most) ?? span;
  return multiples(min, max, step);
}

const TIME_STEPS_S = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900,
  1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 604_800, 2_592_000,
];

/**
 * The same for times, in seconds: steps that clocks have.
 *
 * @param offset seconds that the clock on the wall is ahead of these times
 */
export function timeTicks(from: number, to: number, most: number, offset = 0): Ticks {
  const span = to - from;
  if (!(span > 0) || !Number.isFinite(span) || most < 1) return NONE;
  const step = TIME_STEPS_S.find((s) => span / s <= most) ?? span;
  const { at } = multiples(from + offset, to + offset, step);
  return { step, at: at.map((seconds) => seconds - offset) };
}

function multiples(min: number, max: number, step: number): Ticks {
  const first = Math.ceil(min / step);
  const count = Math.floor(max / step) - first + 1;
  return { step, at: Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step) };
}
