import type { Column, Row } from '../detector/detectorRows.ts';

/** Tables that single precision judges otherwise, and why. Nothing else may differ. */
export const JUDGED_OTHERWISE: Readonly<Record<string, string>> = {
  'constant-then-jump': 'a jump of 1 at 5e6 is within 16 epsilon of the mean, which are 9.5',
  'huge-value': '1e140 is no number of 32 bits, and invalid',
  'large-offset': 'at 1e9 the next number is 64 further: a variation of 1e-3 is none',
  'watchers-single-precision': 'at 1e6 the next number is 1/16 further: steps of 1/64 are rounded',
};

/** So far, of 1 and their size, may the numbers of a fit lie from the table's. */
const AS_FAR = 3e-4;
const OF_A_FIT = [
  ...(['mean', 'variance', 'limit'] as const),
  ...(['location', 'shape', 'scale', 'r2'] as const),
] as const satisfies readonly Column[];

const ALL_ALIKE =
  'maxima that are nearly the same: rounding is a good part of what their logarithms differ by';
const SEASONAL =
  'what a season leaves is a tenth of a sigma, and the samples are 20: their rounding is more of it';

/** Tables with the same verdicts whose fits single precision finds otherwise: what lies further, and why. */
export const FITTED_OTHERWISE: Readonly<
  Record<string, { readonly columns: readonly Column[]; readonly why: string }>
> = {
  'single-precision-epsilon': {
    columns: ['variance', 'limit', 'location', 'shape', 'scale', 'r2'],
    why: 'made for a page beside such a board, in doubles: the board rounds the samples, too',
  },
  'watchers-restart': {
    columns: ['mean', 'variance', 'limit', 'location', 'shape', 'scale', 'r2'],
    why: 'after a constant the deviations are in 16 epsilons of the mean, which are larger',
  },
  'degenerate-fit': { columns: ['shape', 'r2'], why: `a shape of 1e6: ${ALL_ALIKE}` },
  'rhythm-stuck-run': { columns: ['shape'], why: `a shape of 199: ${ALL_ALIKE}` },
  'season-restart': {
    columns: ['shape'],
    why: SEASONAL,
  },
  'season-with-watchers': { columns: ['shape'], why: SEASONAL },
  season: { columns: ['shape'], why: SEASONAL },
};

/** Verdict and cause of each row. The cause of what is no alarm hangs on which of two small ratios
 * is larger, and is left out. */
export function judgingsOf(rows: readonly Row[]): string[] {
  return rows.map(({ verdict, cause, score }) => [verdict, (score ?? 0) > 1 ? cause : 0].join());
}

/** What lies further from the table's than rounding makes of well-spread maxima. */
export function columnsFurther(found: readonly Row[], rows: readonly Row[]): Column[] {
  return OF_A_FIT.filter((column) =>
    rows.some((row, i) => isFurther(found[i]?.[column] ?? null, row[column])),
  );
}

function isFurther(a: number | null, b: number | null): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return false;
  if (a === null || b === null) return true;
  return !(Math.abs(a - b) <= AS_FAR * (1 + Math.abs(b)));
}
