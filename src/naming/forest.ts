/**
 * A forest of decision trees over whole numbers, in arrays only, as emlearn lays them out: `x < value`
 * goes left; a child from 0 on is a jump from its node, a negative one the class -1 - child.
 */

export interface Forest {
  /** Of each tree: its first node. */
  readonly roots: Int32Array;
  /** Of each node: which feature it asks, and of what. */
  readonly feature: Int8Array;
  readonly value: Int16Array;
  readonly left: Int16Array;
  readonly right: Int16Array;
}

/** The class that one tree gives. */
export function leafOf(forest: Forest, root: number, x: ArrayLike<number>): number {
  const { feature, value, left, right } = forest;
  let at = root;
  for (;;) {
    const goesLeft = (x[feature[at] ?? 0] ?? 0) < (value[at] ?? 0);
    const child = (goesLeft ? left[at] : right[at]) ?? -1;
    if (child < 0) return -1 - child;
    at += child;
  }
}

/** Adds each tree's vote to `votes`, one a class. */
export function addVotes(forest: Forest, x: ArrayLike<number>, votes: Int32Array): void {
  for (const root of forest.roots) {
    const its = leafOf(forest, root, x);
    votes[its] = (votes[its] ?? 0) + 1;
  }
}

/** The class with the most votes, the first of those with as many. */
export function mostVoted(votes: ArrayLike<number>): number {
  let most = 0;
  for (let its = 1; its < votes.length; its++) {
    if ((votes[its] ?? 0) > (votes[most] ?? 0)) most = its;
  }
  return most;
}
