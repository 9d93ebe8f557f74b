/**
 * Features as whole numbers of 16 bits: each times its own power of two, which loses nothing of a
 * float but what lies below, rounded down. Trees are grown on these, so that page and board, which
 * scale alike, go the same way at each node.
 */
const MOST = 32767;
/** New events may have larger numbers than those learned from. */
const ROOM = 4;
const LARGEST_EXPONENT = 20;

/** The exponents of the scales that fit examples, feature by feature. */
export function scalesFor(examples: readonly Float64Array[], features: number): Int8Array {
  return Int8Array.from({ length: features }, (_, feature) => {
    let most = 0;
    for (const x of examples) most = Math.max(most, Math.abs(x[feature] ?? 0));
    if (most === 0) return 0;
    const exponent = Math.floor(Math.log2(MOST / ROOM / most));
    return Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent));
  });
}

/** Whole numbers of 16 bits; what is larger counts as the largest. */
export function scaled(x: ArrayLike<number>, exponents: Int8Array): Int16Array {
  return Int16Array.from(exponents, (exponent, feature) =>
    Math.max(-MOST, Math.min(MOST, Math.floor((x[feature] ?? 0) * 2 ** exponent))),
  );
}
