/**
 * The sampling period of a channel whose values come at a rate of their own: the median of its
 * spacings; of values that arrive several at a time the mean. It is held until a later one is quite
 * another, as a season begins anew with it.
 */

/** Before so many spacings nothing is known; no limit is in force so early. */
const FIRST_SPACINGS = 8;
const SPACINGS = 32;
/** So large a share of values that came with the one before: their spacings are the line's. */
const BUNCHED_SHARE = 1 / 4;
/** Two medians within this factor are the same rate, measured twice. */
const SAME_WITHIN = 1.5;
const SHORTEST_MS = 1;
const LONGEST_MS = 3_600_000;

export interface ChannelPeriod {
  /** The next value's time; whether the period is another one from here on. */
  add(timeMs: number): boolean;
  /** What comes next is of another run: the pause before it says nothing. */
  pause(): void;
  /** Null as long as it is not known. */
  periodMs(): number | null;
}

export function createChannelPeriod(): ChannelPeriod {
  let lastMs = Number.NaN;
  let spacings: number[] = [];
  let periodMs: number | null = null;

  function measure(): boolean {
    const typical = typicalOf(spacings);
    spacings = [];
    if (typical === 0) return false;
    const measured = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, typical));
    const isSame =
      periodMs !== null && measured < periodMs * SAME_WITHIN && measured > periodMs / SAME_WITHIN;
    if (isSame) return false;
    periodMs = measured;
    return true;
  }

  return {
    add(timeMs) {
      const spacing = timeMs - lastMs;
      lastMs = timeMs;
      if (!Number.isFinite(spacing)) return false;
      spacings.push(spacing);
      return spacings.length >= (periodMs === null ? FIRST_SPACINGS : SPACINGS) && measure();
    },
    pause() {
      lastMs = Number.NaN;
    },
    periodMs: () => periodMs,
  };
}

function typicalOf(spacings: readonly number[]): number {
  const sorted = [...spacings].sort((a, b) => a - b);
  const bunched = sorted.findIndex((spacing) => spacing > 0);
  if (bunched < 0) return 0;
  return bunched >= sorted.length * BUNCHED_SHARE
    ? sorted.reduce((sum, spacing) => sum + spacing, 0) / sorted.length
    : (sorted[sorted.length >> 1] ?? 0);
}
