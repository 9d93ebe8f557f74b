/** How every CSV file of ours is written: RFC 4180, numbers exact. */

/** A row with its end. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * What a spreadsheet would compute, and what is shielded already: an apostrophe before it makes it a
 * text. `readHeading` takes it away again.
 */
const COMPUTED = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?inf$/i;

/** Quoted where it must be, and no formula. */
export function csvCell(value: string | number): string {
  const text = typeof value === 'number' ? csvNumber(value) : shielded(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const shielded = (text: string) => (COMPUTED.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The shortest text that reads back as the same number; empty when it is none. */
export function csvNumber(value: number): string {
  if (Number.isNaN(value)) return '';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  return value === Number.NEGATIVE_INFINITY ? '-inf' : String(value);
}
