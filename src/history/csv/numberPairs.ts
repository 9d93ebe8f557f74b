/**
 * Cells of two numbers, as simulators write complex ones: `9.0e-01,-1.0e-02` for real and imaginary
 * part, `(-3.0dB,-45°)` for magnitude and phase. They are parted into two cells each.
 */
import type { NumberedRow } from './fileRow.ts';

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
/** A comma behind a point, an exponent or a bracket is no decimal one. */
const FIRST = String.raw`(?:(?<=\()${NUMBER}|[+-]?(?:\d+\.\d*|\.\d+|\d+(?=e))(?:e[+-]?\d+)?)`;
const PAIR = String.raw`\(?(${FIRST})\s*(dB)?\s*,\s*(${NUMBER})\s*[°º�]?\)?`;
const ROW_OF_PAIRS = new RegExp(`^\\s*${NUMBER}(?:\\t${PAIR})+\\s*$`, 'i');
const CELL = new RegExp(`(?<=\\t)${PAIR}(?=\\s*(?:\\t|$))`, 'gi');
const LEAST_SHARE = 0.5;

/** The row with a cell for each number; any other row as it is. */
export function withoutPairs(row: string): string {
  return ROW_OF_PAIRS.test(row) ? row.replace(CELL, '$1\t$3') : row;
}

/** The rows with a cell for each number and a name over each; null when they hold no such pairs. */
export function rowsWithoutPairs(rows: readonly NumberedRow[]): readonly NumberedRow[] | null {
  const paired = rows.filter(({ text }) => ROW_OF_PAIRS.test(text));
  const [first] = paired;
  if (!first || paired.length < LEAST_SHARE * rows.length) return null;
  const isPolar = /dB/i.test(first.text);
  const width = first.text.split('\t').length;
  return rows.map(({ number, text }) => {
    const cells = text.split('\t');
    const isHeader = number < first.number && cells.length === width;
    if (!isHeader) return { number, text: withoutPairs(text) };
    const [axis, ...names] = cells.map((cell) => cell.trim());
    const parts = names.flatMap((name) =>
      isPolar ? [`${name} magnitude [dB]`, `${name} phase [°]`] : [`${name} re`, `${name} im`],
    );
    return { number, text: [axis, ...parts].join('\t') };
  });
}
