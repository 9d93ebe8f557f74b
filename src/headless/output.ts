/** What is written of a value, as one line. */
import { ALARM, COLLECTIVE, type Detector, OUTLIER } from '../detector/detector.ts';

/** A value of a channel. */
export interface WrittenValue {
  /** The line of the input. */
  readonly row: number;
  readonly timeMs: number;
  readonly channel: string;
  /** NaN where it is missing. */
  readonly value: number;
}

const bit = (verdict: number, mask: number) => (verdict & mask ? 1 : 0);

const BITS: readonly string[] = Array.from(
  { length: (OUTLIER | ALARM | COLLECTIVE) + 1 },
  (_, verdict) => ` ${bit(verdict, OUTLIER)} ${bit(verdict, ALARM)} ${bit(verdict, COLLECTIVE)} `,
);

/** `score outlier alarm collective probability cause`, numbers in full, bits as 0 and 1. */
export const verdictLine = (verdict: number, { score, probability, cause }: Detector): string =>
  `${score}${BITS[verdict]}${probability} ${cause}`;

/** `row time value channel`. */
export const valueLine = ({ row, timeMs, value, channel }: WrittenValue): string =>
  `${row} ${timeMs} ${value} ${channel}`;

/** An object: the value, and what the detector says of it if there is one. */
export function jsonLine(
  { row, timeMs, channel, value }: WrittenValue,
  verdict: number,
  detector: Detector | null,
): string {
  const its =
    `{"row":${row},"time":${jsonNumber(timeMs)},"channel":${JSON.stringify(channel)},` +
    `"value":${jsonNumber(value)}`;
  if (!detector) return `${its}}`;
  return (
    `${its},"score":${jsonNumber(detector.score)},"outlier":${(verdict & OUTLIER) !== 0},` +
    `"alarm":${(verdict & ALARM) !== 0},"collective":${(verdict & COLLECTIVE) !== 0},` +
    `"probability":${jsonNumber(detector.probability)},"cause":"${detector.cause}"}`
  );
}

const jsonNumber = (value: number) => (Number.isFinite(value) ? String(value) : 'null');
