/** The standard deviation that deviations are measured with: never 0, and never below rounding. */

/** Relative size of one rounding in double precision, as browsers compute. */
export const DOUBLE_EPSILON = 2 ** -52;
/** In single precision. */
const SINGLE_EPSILON = 2 ** -23;
/** In MicroPython's 30-bit floats: single precision less the two bits that mark a float. */
const THIRTY_BIT_EPSILON = 2 ** -21;

/** A comparison by squares that is on the safe side of rounding. */
export const ROUNDED_DOWN = 1 - 1e-9;

const SMALLEST_SIGMA = 1e-12;
/** A deviation below so many roundings of the mean is no deviation. */
export const ROUNDINGS = 16;

/** ε of a board's numbers, by the bits that its hello gives. */
export function epsilonOf(bits: number): number {
  if (bits >= 64) return DOUBLE_EPSILON;
  return bits >= 32 ? SINGLE_EPSILON : THIRTY_BIT_EPSILON;
}

/** Values from here on would overflow when squared, and poison the variance for good. */
export const LARGEST_VALUE = 1e150;
const LARGEST_SINGLE_VALUE = 1e18;

/** That bound for a judge's numbers. */
export const largestValue = (epsilon: number): number =>
  epsilon > DOUBLE_EPSILON ? LARGEST_SINGLE_VALUE : LARGEST_VALUE;

/** max(16·ε·|mean|, 1e-12). */
export function leastSigma(mean: number, epsilon: number): number {
  return Math.max(ROUNDINGS * epsilon * Math.abs(mean), SMALLEST_SIGMA);
}

/** max(√variance, 16·ε·|mean|, 1e-12). */
export function flooredSigma(variance: number, mean: number, epsilon: number): number {
  const least = leastSigma(mean, epsilon);
  const root = Math.sqrt(variance);
  return root > least ? root : least;
}
