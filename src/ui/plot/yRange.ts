/** The y range of a live plot: grows at once, shrinks slowly, so that it does not jitter. */
import type { ChannelView } from '../../analysis/messages/viewMessages.ts';

export interface YRange {
  readonly min: number;
  readonly max: number;
}

const PADDING = 0.1;
/** Limits further out than this, in spans of the signal, do not stretch the plot. */
const LIMIT_REACH = 1.5;
/** Part of the way to a smaller range that one frame goes. */
const SHRINK = 0.04;
/** The wanted range must be this much smaller before the plot begins to shrink. */
const SHRINK_BELOW = 0.75;

type Ranging = Pick<ChannelView, 'value' | 'lower' | 'upper'> & Partial<Pick<ChannelView, 'bands'>>;

/** The range that shows all values, and the limits where they are near. Null without values. */
export function wantedRange(view: Ranging): YRange | null {
  const signal = unionOf(
    [view.value, view.bands?.min, view.bands?.max].map((values) => values && extremes(values)),
  );
  if (!signal) return null;
  const span = signal.max - signal.min;
  const reach = span * LIMIT_REACH;
  const low = extremes(view.lower);
  const high = extremes(view.upper);
  const min = low ? Math.min(signal.min, Math.max(low.min, signal.min - reach)) : signal.min;
  const max = high ? Math.max(signal.max, Math.min(high.max, signal.max + reach)) : signal.max;
  // A constant signal still needs a range that is more than a line.
  const pad = max > min ? (max - min) * PADDING : Math.max(Math.abs(max) * 0.01, 1e-6);
  return { min: min - pad, max: max + pad };
}

export function nextRange(shown: YRange | null, wanted: YRange): YRange {
  if (!shown) return wanted;
  const shownSpan = shown.max - shown.min;
  const wantedSpan = wanted.max - wanted.min;
  const shrinking = wantedSpan < shownSpan * SHRINK_BELOW ? SHRINK : 0;
  return {
    min: wanted.min < shown.min ? wanted.min : shown.min + (wanted.min - shown.min) * shrinking,
    max: wanted.max > shown.max ? wanted.max : shown.max + (wanted.max - shown.max) * shrinking,
  };
}

/** The range that holds all of them; null when there is none. */
export function unionOf(ranges: readonly (YRange | null | undefined)[]): YRange | null {
  return ranges.reduce<YRange | null>((all, range) => {
    if (!range || !all) return range ?? all;
    return { min: Math.min(all.min, range.min), max: Math.max(all.max, range.max) };
  }, null);
}

function extremes(values: Float64Array<ArrayBuffer>): YRange | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? { min, max } : null;
}
