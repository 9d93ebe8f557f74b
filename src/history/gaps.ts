/** Where samples are missing: kept for the whole session, also when the samples around are gone. */

/** A place where samples are missing; times are the host's, ms since the epoch. */
export interface Gap {
  /** Absolute index of the first sample after the gap. */
  readonly index: number;
  /** Lost samples by sequence number; null when nobody can know. */
  readonly lost: number | null;
  /** Time of the sample before, and of the one after. */
  readonly fromMs: number;
  readonly toMs: number;
}

const MOST_GAPS = 2 ** 15;
/** Bytes that the gaps of a history take at most, about. */
export const GAPS_BYTES = MOST_GAPS * 64;

/**
 * Adds a gap. When there are too many, the shorter half of the older half is forgotten: among so
 * many they are far below a pixel.
 */
export function addGap(gaps: Gap[], gap: Gap): void {
  gaps.push(gap);
  if (gaps.length <= MOST_GAPS) return;
  const older = gaps.slice(0, MOST_GAPS / 2);
  const lengths = Float64Array.from(older, lengthMs).sort();
  const median = lengths[lengths.length >> 1] ?? 0;
  const longer = older.filter((one) => lengthMs(one) > median);
  const room = MOST_GAPS / 4 - longer.length;
  const alike = older.filter((one) => lengthMs(one) === median).slice(-room);
  const kept = [...longer, ...alike].sort((a, b) => a.index - b.index);
  gaps.splice(0, older.length, ...kept);
}

/** Place of the first gap behind the sample with this index. */
export function firstGapAfter(gaps: readonly Gap[], index: number): number {
  return firstWhere(gaps, (gap) => gap.index > index);
}

/** The gaps that touch a stretch of time. */
export function gapsBetween(gaps: readonly Gap[], fromMs: number, toMs: number): readonly Gap[] {
  const from = firstWhere(gaps, (gap) => gap.toMs > fromMs);
  const to = firstWhere(gaps, (gap) => gap.fromMs >= toMs);
  return gaps.slice(from, Math.max(from, to));
}

const lengthMs = (gap: Gap) => gap.toMs - gap.fromMs;

/** Place of the first gap for which `holds`, which must go on holding for all later ones. */
function firstWhere(gaps: readonly Gap[], holds: (gap: Gap) => boolean): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const gap = gaps[middle];
    if (gap && holds(gap)) high = middle;
    else low = middle + 1;
  }
  return low;
}
