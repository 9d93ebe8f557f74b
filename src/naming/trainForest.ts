/**
 * Training: trees of bootstrapped examples, and how good they are on the examples that each has not
 * seen (out of bag). A generator, so that whoever runs it shows progress, pauses and stops.
 */
import { type Forest, leafOf, mostVoted } from './forest.ts';
import {
  createWorkroom,
  type Examples,
  type GrowingNodes,
  growTree,
  MOST_CLASSES,
  type TreeRules,
} from './growTree.ts';
import { seededRandom } from './seededRandom.ts';

/** Examples of each class that are asked for. */
export const LEAST_EXAMPLES = 8;
/** Half as many name one in a hundred events less right (`npm run bench:naming`). */
export const DEFAULT_TREES = 20;

export interface TrainingRules extends TreeRules {
  readonly trees: number;
  readonly seed: number;
}

/**
 * Half of the features are drawn, more than Breiman's square root of all: where there are eight examples
 * of a class, a tree must find the few features that tell (`npm run bench:naming`).
 */
export const defaultRules = (features: number): TrainingRules => ({
  trees: DEFAULT_TREES,
  seed: 1,
  drawn: Math.max(1, features >> 1),
  maxDepth: 12,
  minLeaf: 1,
});

/** What came of it, by example: what the trees say that have not seen it. */
export interface OutOfBag {
  /** The class; -1 where every tree has seen the example. */
  readonly predicted: Int8Array;
  /** Share of those trees that say so, 0..1. */
  readonly share: Float32Array;
}

export interface Training {
  readonly forest: Forest;
  readonly outOfBag: OutOfBag;
  /** By feature: how much less is right, out of bag, when its numbers are shuffled; a share of 1. */
  readonly importance: Float64Array;
}

/** Why there can be no training. Classes by their number. */
export type TrainingFault =
  | { readonly code: 'one-class' }
  | { readonly code: 'too-many-classes'; readonly most: number }
  | { readonly code: 'too-few'; readonly of: readonly { its: number; count: number }[] }
  | { readonly code: 'all-alike' };

/** Null when the examples can be trained with. A class without examples does not count. */
export function trainingFault({ x, features, y, classes }: Examples): TrainingFault | null {
  const counts = new Array<number>(classes).fill(0);
  for (const its of y) counts[its] = (counts[its] ?? 0) + 1;
  const present = [...counts.entries()].filter(([, count]) => count > 0);
  if (present.length < 2) return { code: 'one-class' };
  if (classes > MOST_CLASSES) return { code: 'too-many-classes', most: MOST_CLASSES };
  const few = present.filter(([, count]) => count < LEAST_EXAMPLES);
  if (few.length > 0) return { code: 'too-few', of: few.map(([its, count]) => ({ its, count })) };
  const differs = x.some((value, at) => value !== x[at % features]);
  return differs ? null : { code: 'all-alike' };
}

/**
 * Trains, one tree a step; yields how many trees there are. The examples must have passed
 * `trainingFault`.
 */
export function* trainForest(
  examples: Examples,
  rules: TrainingRules,
): Generator<number, Training, void> {
  const { y, features, classes } = examples;
  const count = y.length;
  const random = seededRandom(rules.seed);
  const room = createWorkroom(examples);
  const nodes: GrowingNodes = { feature: [], value: [], left: [], right: [] };
  const roots: number[] = [];
  const sample = new Int32Array(count);
  const votes = new Int32Array(count * classes);
  const lost = new Float64Array(features);

  for (let tree = 0; tree < rules.trees; tree++) {
    const inBag = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const at = Math.floor(random() * count);
      sample[i] = at;
      inBag[at] = 1;
    }
    const root = nodes.feature.length;
    roots.push(root);
    growTree(examples, sample, rules, random, nodes, room);
    const outside: number[] = [];
    for (let i = 0; i < count; i++) if (!inBag[i]) outside.push(i);
    const grown = forestOf(nodes, roots);
    castOutside(grown, root, examples, outside, votes);
    addLoss(grown, root, examples, outside, random, lost);
    yield tree + 1;
  }
  return {
    forest: forestOf(nodes, roots),
    outOfBag: outOfBagOf(votes, count, classes),
    importance: lost.map((sum) => sum / rules.trees),
  };
}

const forestOf = ({ feature, value, left, right }: GrowingNodes, roots: number[]): Forest => ({
  roots: Int32Array.from(roots),
  feature: Int8Array.from(feature),
  value: Int16Array.from(value),
  left: Int16Array.from(left),
  right: Int16Array.from(right),
});

const rowOf = ({ x, features }: Examples, at: number): Int16Array =>
  x.subarray(at * features, (at + 1) * features);

function castOutside(
  forest: Forest,
  root: number,
  examples: Examples,
  outside: readonly number[],
  votes: Int32Array,
): void {
  for (const at of outside) {
    const place = at * examples.classes + leafOf(forest, root, rowOf(examples, at));
    votes[place] = (votes[place] ?? 0) + 1;
  }
}

/** Adds, by feature, the share of the outside examples that this tree loses when it is shuffled. */
function addLoss(
  forest: Forest,
  root: number,
  examples: Examples,
  outside: readonly number[],
  random: () => number,
  lost: Float64Array,
): void {
  if (outside.length === 0) return;
  const { y, features } = examples;
  const asked = new Set(forest.feature.subarray(root));
  const isRight = outside.map((at) => leafOf(forest, root, rowOf(examples, at)) === y[at]);
  const row = new Int16Array(features);
  for (const feature of asked) {
    const others = shuffled(outside, random);
    let fewer = 0;
    for (const [i, at] of outside.entries()) {
      row.set(rowOf(examples, at));
      row[feature] = examples.x[(others[i] ?? at) * features + feature] ?? 0;
      fewer += Number(isRight[i]) - Number(leafOf(forest, root, row) === y[at]);
    }
    lost[feature] = (lost[feature] ?? 0) + fewer / outside.length;
  }
}

function shuffled(list: readonly number[], random: () => number): number[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const kept = mixed[i] ?? 0;
    mixed[i] = mixed[other] ?? 0;
    mixed[other] = kept;
  }
  return mixed;
}

function outOfBagOf(votes: Int32Array, count: number, classes: number): OutOfBag {
  const predicted = new Int8Array(count).fill(-1);
  const share = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const its = votes.subarray(at * classes, (at + 1) * classes);
    let all = 0;
    for (const some of its) all += some;
    if (all === 0) continue;
    const most = mostVoted(its);
    predicted[at] = most;
    share[at] = (its[most] ?? 0) / all;
  }
  return { predicted, share };
}
