/** A sample that is pointed at, in words. */
import type { Readout } from '../../analysis/messages/viewMessages.ts';
import { formatMeasured, unitSign, withUnit } from '../format.ts';

/** The value as it came. */
export function exactWords(value: number, unit: string): string {
  return withUnit(Number.isNaN(value) ? 'no number' : String(value).replace('-', '−'), unit);
}

/** How far it lies from the mean, and what the limits were there; one line each. */
export function judgedWords({ lower, upper, judged, by, alarm }: Readout, unit: string): string[] {
  const lines: string[] = [];
  if (judged) {
    const { deviation, limit } = judged;
    lines.push(`${formatMeasured(deviation, 2)} σ of ${formatMeasured(limit, 2)} σ`);
  }
  const [low, high] = [formatMeasured(lower), formatMeasured(upper)];
  const sign = unitSign(unit);
  if (!Number.isNaN(lower) && !Number.isNaN(upper)) {
    lines.push(withUnit(`limits ${low} to ${high}`, sign));
  } else if (!Number.isNaN(lower)) lines.push(withUnit(`limit ${low}`, sign));
  else if (!Number.isNaN(upper)) lines.push(withUnit(`limit ${high}`, sign));
  else lines.push('no limits here: learning, or not judged');
  if (by !== null) {
    const who = by === 'both' ? 'browser and board' : by;
    lines.push(`${alarm ? 'alarm' : 'outlier'}, by ${who}`);
  }
  return lines;
}
