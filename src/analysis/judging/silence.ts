/** When samples that come at a period of their own have stopped coming for a while. */

/** Silent after so many periods: one that comes late is none. */
export const SILENT_PERIODS = 5;
/** What is shorter is a stammer of the board's, not a silence, ms. */
const LEAST_SILENCE_MS = 250;
/** The period is the mean of about so many distances. */
const REMEMBERED = 32;
/** With fewer nobody knows the period. */
const LEAST_REMEMBERED = 8;
/** Two long distances that are so alike are another period, not two silences. */
const ALIKE = 1.5;

export interface SilenceWatch {
  /** Whether nothing came for so long before this sample that no line may lead over it. */
  endsAt(timeMs: number): boolean;
  /** The next sample is of another run. */
  reset(): void;
}

export function createSilenceWatch(): SilenceWatch {
  let lastMs = Number.NaN;
  let periodMs = 0;
  let count = 0;
  let lastSilenceMs = Number.NaN;

  return {
    endsAt(timeMs) {
      const distanceMs = timeMs - lastMs;
      lastMs = timeMs;
      if (!(distanceMs > 0)) return false;
      const isLong = distanceMs >= LEAST_SILENCE_MS && distanceMs > SILENT_PERIODS * periodMs;
      if (isLong && count >= LEAST_REMEMBERED) {
        const ratio = distanceMs / lastSilenceMs;
        lastSilenceMs = distanceMs;
        if (!(ratio < ALIKE && ratio > 1 / ALIKE)) return true;
        periodMs = distanceMs;
        return false;
      }
      lastSilenceMs = Number.NaN;
      count = Math.min(count + 1, REMEMBERED);
      periodMs += (distanceMs - periodMs) / count;
      return false;
    },
    reset() {
      lastMs = Number.NaN;
      lastSilenceMs = Number.NaN;
    },
  };
}
