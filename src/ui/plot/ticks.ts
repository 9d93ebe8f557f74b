/** Round numbers for an axis. */

/** Multiples of 1, 2 or 5 times a power of ten within `min..max`, at most `most` of them. */
export function ticks(min: number, max: number, most: number): number[] {
  const span = max - min;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((s) => span / s <= most) ?? span;
  const first = Math.ceil(min / step);
  const count = Math.floor(max / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}

const TIME_STEPS_S = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900,
  1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 604_800, 2_592_000,
];

/** The same for times, in seconds: steps that clocks have. */
export function timeTicks(
  from: number,
  to: number,
  most: number,
): { readonly step: number; readonly at: readonly number[] } {
  const span = to - from;
  const step = TIME_STEPS_S.find((s) => span / s <= most) ?? span;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return { step, at: Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step) };
}
