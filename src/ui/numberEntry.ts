/** What a person typed into a number field. */

/** The number typed, a comma taken as a decimal point; NaN for anything else. */
export function parseEntry(text: string): number {
  const trimmed = text.trim().replace(',', '.').replace('−', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
}
