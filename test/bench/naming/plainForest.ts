/**
 * A forest as a textbook writes it, to measure ours beside: rows are arrays, each node filters them,
 * and counts the classes of both sides anew at every place where they could be parted.
 */
export interface Row {
  readonly x: readonly number[];
  readonly y: number;
}

type Tree = number | { readonly feature: number; readonly value: number; left: Tree; right: Tree };

const countsOf = (rows: readonly Row[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const { y } of rows) counts.set(y, (counts.get(y) ?? 0) + 1);
  return counts;
};

function gini(counts: ReadonlyMap<number, number>, of: number): number {
  let left = 1;
  for (const count of counts.values()) left -= (count / of) ** 2;
  return left;
}

const majority = (rows: readonly Row[]): number =>
  [...countsOf(rows)].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;

function grow(rows: readonly Row[], drawn: number, depth: number, random: () => number): Tree {
  const counts = countsOf(rows);
  if (counts.size < 2 || depth === 0) return majority(rows);
  const features = (rows[0]?.x ?? []).map((_, feature) => feature);
  features.sort(() => random() - 0.5);
  let best = { mixed: gini(counts, rows.length) * rows.length, feature: -1, value: 0 };
  for (const feature of features.slice(0, drawn)) {
    const sorted = rows.toSorted((a, b) => (a.x[feature] ?? 0) - (b.x[feature] ?? 0));
    const below = new Map<number, number>();
    const above = countsOf(sorted);
    for (const [i, { x, y }] of sorted.slice(0, -1).entries()) {
      below.set(y, (below.get(y) ?? 0) + 1);
      above.set(y, (above.get(y) ?? 0) - 1);
      const value = sorted[i + 1]?.x[feature] ?? 0;
      if (value === x[feature]) continue;
      const rest = sorted.length - i - 1;
      const mixed = gini(below, i + 1) * (i + 1) + gini(above, rest) * rest;
      if (mixed < best.mixed) best = { mixed, feature, value };
    }
  }
  const { feature, value } = best;
  if (feature < 0) return majority(rows);
  const side = (isLeft: boolean) => rows.filter(({ x }) => (x[feature] ?? 0) < value === isLeft);
  return {
    feature,
    value,
    left: grow(side(true), drawn, depth - 1, random),
    right: grow(side(false), drawn, depth - 1, random),
  };
}

export function plainForest(
  rows: readonly Row[],
  trees: number,
  drawn: number,
  depth: number,
  random: () => number,
): Tree[] {
  return Array.from({ length: trees }, () => {
    const bag = rows.map(() => rows[Math.floor(random() * rows.length)]);
    return grow(
      bag.filter((row) => row !== undefined),
      drawn,
      depth,
      random,
    );
  });
}

export function plainName(forest: readonly Tree[], x: readonly number[]): number {
  const votes = forest.map((tree) => {
    let at = tree;
    while (typeof at !== 'number') at = (x[at.feature] ?? 0) < at.value ? at.left : at.right;
    return { x, y: at };
  });
  return majority(votes);
}
