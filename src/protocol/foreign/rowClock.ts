/**
 * The sketch's own times on the host's clock: the distances between rows are those of the sketch, free
 * of the jitter of the line.
 */
import type { ForeignTime } from './reading.ts';

/** So far apart the clocks are not those of the same rows: the sketch's was set, or counts no ms. */
const MOST_APART_MS = 2000;

/** Takes the rows of one link in their order; gives a time in ms on the host's clock that never goes back. */
export function createRowClock(): (own: ForeignTime | null, arrivalMs: number) => number {
  let offsetMs: number | null = null;
  let clock: ForeignTime['clock'] | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;

  function onHost(own: ForeignTime, arrivalMs: number): number {
    if (own.clock !== clock) offsetMs = null;
    clock = own.clock;
    offsetMs ??= arrivalMs - own.ms;
    if (Math.abs(own.ms + offsetMs - arrivalMs) > MOST_APART_MS) offsetMs = arrivalMs - own.ms;
    return own.ms + offsetMs;
  }

  return (own, arrivalMs) => {
    lastMs = Math.max(lastMs, own ? onHost(own, arrivalMs) : arrivalMs);
    return lastMs;
  };
}
