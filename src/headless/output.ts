import { ALARM, COLLECTIVE, type Detector, OUTLIER } from '../detector/detector.ts';

/** Words for a verdict: the newest of `detector`, whose bits are `verdict`, as one line. */
export type VerdictLine = (verdict: number, detector: Detector) => string;

const bit = (verdict: number, mask: number) => (verdict & mask ? 1 : 0);

const BITS: readonly string[] = Array.from(
  { length: (OUTLIER | ALARM | COLLECTIVE) + 1 },
  (_, verdict) => ` ${bit(verdict, OUTLIER)} ${bit(verdict, ALARM)} ${bit(verdict, COLLECTIVE)} `,
);

/** `score outlier alarm collective probability`, numbers in full, bits as 0 and 1. */
export const blankSeparatedLine: VerdictLine = (verdict, { score, probability }) =>
  `${score}${BITS[verdict]}${probability}\n`;

/** The same five by their names, the bits as booleans. */
export const jsonLine: VerdictLine = (verdict, { score, probability }) =>
  `{"score":${score},"outlier":${(verdict & OUTLIER) !== 0},"alarm":${(verdict & ALARM) !== 0},` +
  `"collective":${(verdict & COLLECTIVE) !== 0},"probability":${probability}}\n`;
