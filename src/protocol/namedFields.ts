/** Fields of the form `name=value`. */

/** Fields of the form `name=value` by their names. */
export function record(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const sign = pair.indexOf('=');
      return sign < 0 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)];
    }),
  );
}

/** Null: no count, or none that a number holds exactly. */
export const countOrNull = (text: string): number | null =>
  /^\d{1,15}$/.test(text) ? Number(text) : null;
