/**
 * Two well-known online detectors to measure the detector against, with the settings their users
 * start from.
 */

/** Whether the next sample of a stream is flagged. */
export type Flagger = (x: number) => boolean;

/**
 * Rolling z-score as data-frame libraries compute it: flags a sample further than `sigmas` sample
 * standard deviations from the mean of the last `window` samples, itself among them. Nothing is
 * flagged before the window is full.
 */
export function rollingZScore(window = 50, sigmas = 3): Flagger {
  const ring = new Float64Array(window);
  let seen = 0;
  return (x) => {
    ring[seen % window] = x;
    seen += 1;
    if (seen < window) return false;
    let sum = 0;
    for (const value of ring) sum += value;
    const mean = sum / window;
    let squares = 0;
    for (const value of ring) squares += (value - mean) ** 2;
    return Math.abs(x - mean) > sigmas * Math.sqrt(squares / (window - 1));
  };
}

/**
 * TEDA: P. Angelov, "Outside the box: an alternative data analytics framework", Journal of
 * Automation, Mobile Robotics and Intelligent Systems 8 (2014). Mean and variance are updated with
 * the n-th sample; its eccentricity is 1/n + (mean − x)²/(n·variance), and it is flagged when half
 * of that is above (m² + 1)/(2n), Chebyshev's bound for `m` standard deviations.
 */
export function tedaEccentricity(m = 3): Flagger {
  const score = tedaScore();
  return (x) => score(x) > m * m + 1;
}

/** The same as a score: the normalised eccentricity times 2n, whatever m. */
export function tedaScore(): (x: number) => number {
  let n = 0;
  let mean = 0;
  let variance = 0;
  return (x) => {
    n += 1;
    if (n === 1) {
      mean = x;
      return 0;
    }
    mean = ((n - 1) / n) * mean + x / n;
    variance = ((n - 1) / n) * variance + (x - mean) ** 2 / (n - 1);
    if (variance === 0) return 0;
    const eccentricity = 1 / n + (mean - x) ** 2 / (n * variance);
    return n * eccentricity;
  };
}
