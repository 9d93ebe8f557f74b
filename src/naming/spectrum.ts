/** Which periods an event holds, from its first samples. firmware/micropython/spectrum.py is the same. */

/** Samples from the alarm on. */
export const WINDOW = 64;
/** Where the middle band begins, and the high one, in turns a window. */
const MIDDLE = 5;
const HIGH = 13;
/** Less than that is of rounding. */
const SMALLEST_POWER = 1e-9 * WINDOW;

const WAVE = Float64Array.from({ length: WINDOW }, (_, at) =>
  Math.cos((2 * Math.PI * at) / WINDOW),
);

export interface Spectrum {
  /** Of the strongest period, in turns a sample; so is `centroid`, the mean of all. */
  readonly tone: number;
  /** Shares of the power, which come to 1. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly centroid: number;
}

const NOTHING: Spectrum = { tone: 0, low: 0, middle: 0, high: 0, centroid: 0 };

/**
 * Of the first `count` numbers of the window without their mean, zeros behind them.
 *
 * @param window `WINDOW` deviations
 */
export function spectrumOf(window: Float64Array, count: number): Spectrum {
  const length = Math.min(count, WINDOW);
  let mean = 0;
  for (let i = 0; i < length; i++) mean += window[i] ?? 0;
  mean /= length;
  const bands = [0, 0, 0];
  let total = 0;
  let moment = 0;
  let strongest = 0;
  let most = 0;
  for (let turns = 1; turns <= WINDOW / 2; turns++) {
    let re = 0;
    let im = 0;
    for (let i = 0; i < length; i++) {
      const u = (window[i] ?? 0) - mean;
      const at = (turns * i) % WINDOW;
      re += u * (WAVE[at] ?? 0);
      im += u * (WAVE[(at + WINDOW / 4) % WINDOW] ?? 0);
    }
    const power = re * re + im * im;
    const band = turns < MIDDLE ? 0 : turns < HIGH ? 1 : 2;
    bands[band] = (bands[band] ?? 0) + power;
    total += power;
    moment += turns * power;
    if (power > most) {
      most = power;
      strongest = turns;
    }
  }
  if (total < SMALLEST_POWER) return NOTHING;
  const [low = 0, middle = 0, high = 0] = bands;
  return {
    tone: strongest / WINDOW,
    low: low / total,
    middle: middle / total,
    high: high / total,
    centroid: moment / total / WINDOW,
  };
}
