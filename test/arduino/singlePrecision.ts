import type { Row } from '../detector/detectorRows.ts';

/** Tables that single precision judges otherwise, and why. Nothing else may differ. */
export const JUDGED_OTHERWISE: Readonly<Record<string, string>> = {
  'constant-then-jump': 'a jump of 1 at 5e6 is within 16 epsilon of the mean, which are 9.5',
  'huge-value': '1e140 is no number of 32 bits, and invalid',
  'large-offset': 'at 1e9 the next number is 64 further: a variation of 1e-3 is none',
  'watchers-single-precision': 'at 1e6 the next number is 1/16 further: steps of 1/64 are rounded',
};

/** Verdict and cause of each row. The cause of what is no alarm hangs on which of two small ratios
 * is larger, and is left out. */
export function judgingsOf(rows: readonly Row[]): string[] {
  return rows.map(({ verdict, cause, score }) => [verdict, (score ?? 0) > 1 ? cause : 0].join());
}
