/** The last N block maxima: in the order they came, and as ascending logarithms for the fit. */
export interface BlockMaxima {
  /** N. */
  readonly needed: number;
  /** Oldest first, at most `needed`. */
  readonly values: number[];
  /** ln of `values`, ascending; only the first `values.length` count. */
  readonly logs: Float64Array<ArrayBuffer>;
}

export const createBlockMaxima = (needed: number): BlockMaxima => ({
  needed,
  values: [],
  logs: new Float64Array(needed),
});

/** Adds a maximum (> 0) and drops the oldest beyond N. No allocation once N are there. */
export function pushMaximum(maxima: BlockMaxima, maximum: number): void {
  const { needed, values, logs } = maxima;
  if (values.length === needed) removeLog(logs, needed, Math.log(values.shift() ?? 0));
  insertLog(logs, values.length, Math.log(maximum));
  values.push(maximum);
}

export const isFull = ({ needed, values }: BlockMaxima): boolean => values.length === needed;

/** The newest maxima that fit into another N. */
export function resizedMaxima(maxima: BlockMaxima, needed: number): BlockMaxima {
  const resized = createBlockMaxima(needed);
  for (const value of maxima.values.slice(-needed)) pushMaximum(resized, value);
  return resized;
}

function removeLog(logs: Float64Array, count: number, log: number): void {
  logs.copyWithin(logs.indexOf(log), logs.indexOf(log) + 1, count);
}

function insertLog(logs: Float64Array, count: number, log: number): void {
  let at = count;
  for (; at > 0 && (logs[at - 1] ?? 0) > log; at--) logs[at] = logs[at - 1] ?? 0;
  logs[at] = log;
}
