/** A detector whose score on the benchmark is published (39.6): the scorer is checked against it. */

const WINDOW = 6400;
const STEP = 100;
const SMALLEST_SIGMA = 1e-6;
/** The published figure is of an implementation that writes the root of 2 so. */
const ROOT_OF_2 = 1.4142;

/**
 * Scores a value by how little of a normal distribution lies beyond it, 1 less that tail; mean and
 * standard deviation are of a window that moves on a hundred values at a time once it is full.
 */
export function windowedGaussian(): (x: number) => number {
  let window: number[] = [];
  let waiting: number[] = [];
  let mean = 0;
  let sigma = 0;
  return (x) => {
    const count = window.length;
    const score =
      count === 0 ? 0 : 1 - upperTail((Math.SQRT2 / ROOT_OF_2) * (Math.abs(x - mean) / sigma));
    if (count < WINDOW) window.push(x);
    else waiting.push(x);
    if (count === WINDOW && waiting.length === STEP) {
      window = [...window.slice(STEP), ...waiting];
      waiting = [];
    }
    if (count < WINDOW || waiting.length === 0) {
      mean = window.reduce((sum, value) => sum + value, 0) / window.length;
      const squares = window.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      sigma = Math.sqrt(squares / window.length) || SMALLEST_SIGMA;
    }
    return score;
  };
}

/** P(Z > z) of a normal distribution, z ≥ 0: a series near 0, a continued fraction beyond. */
function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 1; Math.abs(term) > 1e-17 * sum; k++) {
      term *= (z * z) / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 60; k > 0; k--) fraction = z + k / fraction;
  return density / fraction;
}
