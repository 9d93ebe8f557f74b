/** What a forest is held against, on the same features. */

/** The class that most examples have, whatever the event. */
export function mostFrequent(classes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const its of classes) counts.set(its, (counts.get(its) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The class of most of the k nearest examples, each of the first features in its own standard deviations. */
export function nearestNeighbours(
  examples: readonly { readonly numbers: readonly number[]; readonly its: number }[],
  k: number,
  features: number,
): (numbers: readonly number[]) => number {
  const spreads = (examples[0]?.numbers ?? []).slice(0, features).map((_, feature) => {
    const column = examples.map(({ numbers }) => numbers[feature] ?? 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const square = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    return Math.sqrt(square) || 1;
  });
  return (numbers) => {
    const distances = examples.map((example) => {
      let sum = 0;
      for (const [feature, spread] of spreads.entries()) {
        sum += (((numbers[feature] ?? 0) - (example.numbers[feature] ?? 0)) / spread) ** 2;
      }
      return { sum, its: example.its };
    });
    const nearest = distances.toSorted((a, b) => a.sum - b.sum).slice(0, k);
    return mostFrequent(nearest.map(({ its }) => its));
  };
}
