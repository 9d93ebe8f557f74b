/** The collective rule: M outliers close together in time. */

/** When the last outliers were; `times.length` is M. */
export interface OutlierTimes {
  /** Ring of the last M outlier times, ms. */
  readonly times: Float64Array<ArrayBuffer>;
  count: number;
  /** Where the next one goes; once there are M, the oldest stands here. */
  next: number;
}

/** No outlier yet, of the `m` (at least 2) that make a collective anomaly. */
export const createOutlierTimes = (m: number): OutlierTimes => ({
  times: new Float64Array(m),
  count: 0,
  next: 0,
});

/** Notes an outlier's time; whether the last M are on average no further apart than `meanGap` ms. */
export function closesCollective(ring: OutlierTimes, timeMs: number, meanGap: number): boolean {
  const { times } = ring;
  const m = times.length;
  times[ring.next] = timeMs;
  ring.next = (ring.next + 1) % m;
  if (ring.count < m) ring.count += 1;
  return ring.count === m && (timeMs - oldestTime(ring)) / (m - 1) <= meanGap;
}

/** Time of the oldest of the last M outliers, ms. Only meant when there are M. */
export function oldestTime({ times, next }: OutlierTimes): number {
  return times[next] ?? Number.NaN;
}

/** The newest times that fit into another M. */
export function resizedOutlierTimes(ring: OutlierTimes, m: number): OutlierTimes {
  const old = ring.times.length;
  const kept = Math.min(ring.count, m);
  const resized = createOutlierTimes(m);
  for (let back = kept; back > 0; back--) {
    resized.times[kept - back] = ring.times[(ring.next - back + old) % old] ?? 0;
  }
  resized.count = kept;
  resized.next = kept % m;
  return resized;
}
