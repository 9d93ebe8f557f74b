/**
 * Tables that are drawn with lines of their own, as databases and consoles show them: `│ 12:00 │ 21.5 │`
 * between `┌───┬───┐`. The lines become bars; what is nothing but drawn is no row.
 */
import type { NumberedRow } from './fileRow.ts';

const UPRIGHT = /[\u2502\u2503\u2506\u2507\u250a\u250b\u254e\u254f\u2551]/g;
const HAS_UPRIGHT = new RegExp(UPRIGHT.source);
const DRAWN = /^[\s\u2500-\u257f]*$/;
const LEAST_SHARE = 0.5;

/** The row with bars between its cells, blank where it holds none; any other row as it is. */
export function withoutBox(row: string): string {
  if (DRAWN.test(row)) return '';
  return HAS_UPRIGHT.test(row) ? row.replace(UPRIGHT, '|') : row;
}

/** The rows with bars between their cells; null when they are not drawn so. */
export function rowsWithoutBox(rows: readonly NumberedRow[]): readonly NumberedRow[] | null {
  const held = rows.filter(({ text }) => !DRAWN.test(text));
  const drawn = held.filter(({ text }) => HAS_UPRIGHT.test(text));
  if (drawn.length === 0 || drawn.length < LEAST_SHARE * held.length) return null;
  return held.map(({ number, text }) => ({ number, text: withoutBox(text) }));
}
