/**
 * Measured numbers beside a plot: as many digits as the plot can show, and a large offset said once.
 * The exact value belongs in a title or an export.
 */
import { formatMeasured, NARROW_SPACE, withDecimalSign } from './format.ts';

/** Both ends of what a plot shows. */
interface Shown {
  readonly min: number;
  readonly max: number;
}

/** A plot's height cannot show more than so many values. */
const STEPS_IN_PLOT = 300;
/** Labels longer than this share an offset. */
const MOST_DIGITS = 6;
const MOST_DECIMALS = 12;
/** What is as small, or a plot as flat, is written with an exponent. */
const LEAST_PLAIN = 1e-6;
const MOST_PLAIN = 1e12;

/** What the labels of an axis have in common, and their decimals. */
export interface AxisNumbers {
  /** Said once beside the axis; 0 = none. */
  readonly offset: number;
  readonly decimals: number;
}

/** @param step between two labels */
export function axisNumbers({ min, max }: Shown, step: number): AxisNumbers {
  const decimals = decimalsOf(step);
  const largest = Math.max(Math.abs(min), Math.abs(max));
  if (wholeDigits(largest) + decimals <= MOST_DIGITS) return { offset: 0, decimals };
  // Ten times as coarse as what is shown: it changes seldom while that moves.
  const power = Math.ceil(Math.log10(max - min)) + 1;
  const offset = Number((Math.trunc(min / 10 ** power) * 10 ** power).toFixed(Math.max(0, -power)));
  // It must be worth its words: most of the number.
  return Math.abs(offset) > 10 * (max - min) ? { offset, decimals } : { offset: 0, decimals };
}

/** `1 000 000 +`, to stand once beside an axis; empty without an offset. */
export function offsetWords(offset: number): string {
  return offset === 0 ? '' : `${grouped(offset, decimalsOf(Math.abs(offset)))} +`;
}

/** A value as a difference from the offset of its axis: `0.23`, or whole without one. */
export function formatOnAxis(value: number, { offset, decimals }: AxisNumbers): string {
  if (offset !== 0) return asWritten((value - offset).toFixed(decimals));
  return isPlain(Math.abs(value), decimals)
    ? asWritten(value.toFixed(decimals))
    : formatMeasured(value, 3);
}

/** A value with the digits that tell it apart in a plot that shows this much. */
export function formatReading(value: number, shown: Shown | null): string {
  if (!Number.isFinite(value) || !shown) return formatMeasured(value);
  const step = (shown.max - shown.min) / STEPS_IN_PLOT;
  const size = Math.abs(value);
  if (!(step > LEAST_PLAIN) && size < 1e-3) return formatMeasured(value);
  const decimals = Math.max(0, Math.min(MOST_DECIMALS, Math.ceil(-Math.log10(step))));
  // A double has no more than sixteen digits.
  const known = Math.max(0, Math.min(decimals, 16 - wholeDigits(size)));
  return size < MOST_PLAIN ? grouped(value, known) : formatMeasured(value);
}

const isPlain = (size: number, decimals: number) =>
  size < 1e7 && (size === 0 || size >= 10 ** -decimals / 2 || decimals === 0);

/** Digits before the point. */
function wholeDigits(size: number): number {
  return size < 1 ? 1 : Math.floor(Math.log10(size)) + 1;
}

/** Decimals that a tick distance needs: 1 for 2.5, 2 for 0.25. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (scaled > 0.5 && Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return MOST_DECIMALS;
}

/** Thin spaces between thousands, from five digits on. */
function grouped(value: number, decimals: number): string {
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const spaced = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
  const text = rest === undefined ? spaced : withDecimalSign(`${spaced}.${rest}`);
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `−${text}` : text;
}

const asWritten = (text: string) => withDecimalSign(text).replace('-', '−');
