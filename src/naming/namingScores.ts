/** How good names are: counted against those that a person gave. */

/** Rows: the true class; columns: the name given, the last one "unknown". */
export interface Confusion {
  readonly classes: number;
  readonly counts: Int32Array;
}

/** In place of a class: the forest gives no name. */
export const UNKNOWN = -1;

export const createConfusion = (classes: number): Confusion => ({
  classes,
  counts: new Int32Array(classes * (classes + 1)),
});

/** @param given a class, or `UNKNOWN` */
export function countName({ classes, counts }: Confusion, truth: number, given: number): void {
  const at = truth * (classes + 1) + (given === UNKNOWN ? classes : given);
  counts[at] = (counts[at] ?? 0) + 1;
}

/** How often a name was given to a true class. */
export const countOf = ({ classes, counts }: Confusion, truth: number, given: number): number =>
  counts[truth * (classes + 1) + (given === UNKNOWN ? classes : given)] ?? 0;

export interface Accuracy {
  readonly right: number;
  readonly of: number;
  /** Of right/of, 95 %: Wilson's interval. */
  readonly low: number;
  readonly high: number;
}

/** What is unknown is not right. */
export function accuracyOf(confusion: Confusion): Accuracy {
  let right = 0;
  let of = 0;
  for (let truth = 0; truth < confusion.classes; truth++) {
    right += countOf(confusion, truth, truth);
  }
  for (const count of confusion.counts) of += count;
  return { right, of, ...wilsonInterval(right, of) };
}

const Z = 1.959964;

/** Wilson, Journal of the American Statistical Association 22, 1927: of a share, 95 %. */
function wilsonInterval(right: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = right / of;
  const middle = share + (Z * Z) / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const whole = 1 + (Z * Z) / of;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}
