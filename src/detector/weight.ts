/** The variance remembers so many times what the mean does. */
export const SPREAD = 2;

/** Of the newest of `n` samples in a moment that remembers so many of them, or all (0): max(1/n, 1/memory). */
export function weightOf(n: number, memory: number): number {
  return memory !== 0 && n > memory ? 1 / memory : 1 / n;
}
