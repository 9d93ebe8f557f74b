/**
 * One decision tree by CART: at each node, of some features drawn at random, the split that leaves the
 * classes least mixed by Gini's measure (Breiman, Friedman, Olshen and Stone 1984; the drawing is of
 * Breiman's forests, 2001).
 */

/** Numbers of events and the class of each. */
export interface Examples {
  /** Event by event, `features` whole numbers of 16 bits each. */
  readonly x: Int16Array;
  readonly features: number;
  /** From 0, below `classes`. */
  readonly y: Uint8Array;
  readonly classes: number;
}

export interface TreeRules {
  /** Features that are drawn at a split. */
  readonly drawn: number;
  readonly maxDepth: number;
  /** Examples that a branch has at least. */
  readonly minLeaf: number;
}

/** Nodes of a forest that grows. */
export interface GrowingNodes {
  readonly feature: number[];
  readonly value: number[];
  readonly left: number[];
  readonly right: number[];
}

/** Room for one node's work, made once for all trees. */
export interface Workroom {
  readonly keys: Int32Array;
  readonly order: Int32Array;
  readonly counts: Int32Array;
  readonly leftCounts: Int32Array;
}

/** No tree tells more classes apart. */
export const MOST_CLASSES = 64;
const SHORT = 24;
/** Of rounding. */
const SMALLEST_GAIN = 1e-9;

export const createWorkroom = ({ y, features, classes }: Examples): Workroom => ({
  keys: new Int32Array(y.length),
  order: Int32Array.from({ length: features }, (_, feature) => feature),
  counts: new Int32Array(classes),
  leftCounts: new Int32Array(classes),
});

/**
 * Grows a tree of the examples `sample`, which is put in another order, and adds its nodes. A tree that
 * would be a single leaf becomes a node whose branches are both that leaf.
 *
 * @param random from 0 up to, not including, 1
 */
export function growTree(
  examples: Examples,
  sample: Int32Array,
  rules: TreeRules,
  random: () => number,
  nodes: GrowingNodes,
  room: Workroom,
): void {
  const root = nodes.feature.length;
  const child = grow(0, sample.length, 0);
  if (child < 0) addNode(0, 0, child, child);

  function addNode(feature: number, value: number, left: number, right: number): number {
    nodes.feature.push(feature);
    nodes.value.push(value);
    nodes.left.push(left);
    nodes.right.push(right);
    return nodes.feature.length - 1;
  }

  /** Returns the number of its node, or -1 - class. */
  function grow(from: number, to: number, depth: number): number {
    const majority = countClasses(examples.y, sample, from, to, room.counts);
    const split =
      depth < rules.maxDepth && (room.counts[majority] ?? 0) < to - from
        ? bestSplit(examples, sample, from, to, rules, random, room)
        : null;
    if (!split) return -1 - majority;
    const middle = partition(examples, sample, from, to, split.feature, split.value);
    const node = addNode(split.feature, split.value, 0, 0);
    const left = grow(from, middle, depth + 1);
    const right = grow(middle, to, depth + 1);
    // Branches that say the same say it without a question.
    if (left < 0 && left === right && node !== root) {
      for (const list of Object.values(nodes)) list.pop();
      return left;
    }
    nodes.left[node] = left < 0 ? left : left - node;
    nodes.right[node] = right < 0 ? right : right - node;
    return node;
  }
}

/** Counts and returns the most frequent class. */
function countClasses(
  y: Uint8Array,
  sample: Int32Array,
  from: number,
  to: number,
  counts: Int32Array,
): number {
  counts.fill(0);
  let majority = 0;
  for (let i = from; i < to; i++) {
    const its = y[sample[i] ?? 0] ?? 0;
    const count = (counts[its] ?? 0) + 1;
    counts[its] = count;
    if (count > (counts[majority] ?? 0)) majority = its;
  }
  return majority;
}

function partition(
  { x, features }: Examples,
  sample: Int32Array,
  from: number,
  to: number,
  feature: number,
  value: number,
): number {
  let middle = from;
  for (let i = from; i < to; i++) {
    const at = sample[i] ?? 0;
    if ((x[at * features + feature] ?? 0) >= value) continue;
    sample[i] = sample[middle] ?? 0;
    sample[middle] = at;
    middle += 1;
  }
  return middle;
}

interface Split {
  readonly feature: number;
  readonly value: number;
}

/** Draws until so many features were drawn and at least one of them parts the examples. */
function bestSplit(
  examples: Examples,
  sample: Int32Array,
  from: number,
  to: number,
  { drawn, minLeaf }: TreeRules,
  random: () => number,
  room: Workroom,
): Split | null {
  const { order } = room;
  let best: Split | null = null;
  let bestGain = SMALLEST_GAIN;
  let bestMargin = 0;
  for (let i = 0; i < order.length && (i < drawn || !best); i++) {
    const other = i + Math.floor(random() * (order.length - i));
    const feature = order[other] ?? 0;
    order[other] = order[i] ?? 0;
    order[i] = feature;
    fillKeys(examples, sample, from, to, feature, room.keys);
    scan(room, to - from, minLeaf);
    if (isBetter(found.gain, found.margin, bestGain, bestMargin)) {
      bestGain = found.gain;
      bestMargin = found.margin;
      best = { feature, value: found.value };
    }
  }
  return best;
}

/**
 * Of splits that part the classes equally well, as many do where examples are few, the one is better
 * that has the wider gap about it.
 */
const isBetter = (gain: number, margin: number, best: number, bestMargin: number): boolean =>
  gain > best + SMALLEST_GAIN || (gain > best - SMALLEST_GAIN && margin > bestMargin);

/** A number and its class in one, sorted. */
function fillKeys(
  { x, features, y }: Examples,
  sample: Int32Array,
  from: number,
  to: number,
  feature: number,
  keys: Int32Array,
): void {
  const count = to - from;
  for (let i = 0; i < count; i++) {
    const at = sample[from + i] ?? 0;
    const key = (x[at * features + feature] ?? 0) * MOST_CLASSES + (y[at] ?? 0);
    if (count > SHORT) {
      keys[i] = key;
      continue;
    }
    let place = i;
    for (; place > 0 && (keys[place - 1] ?? 0) > key; place--) keys[place] = keys[place - 1] ?? 0;
    keys[place] = key;
  }
  if (count > SHORT) keys.subarray(0, count).sort();
}

/** What `scan` found; `margin`: the gap, as a share of the distance of the outermost. */
const found = { gain: 0, value: 0, margin: 0 };

/**
 * The best place to part sorted keys. Of both sides the sum of (squares of class counts)/examples is
 * to be largest, which is the same as Gini's measure being smallest.
 */
function scan({ keys, counts, leftCounts }: Workroom, count: number, minLeaf: number): void {
  let squaresRight = 0;
  for (let its = 0; its < counts.length; its++) {
    const here = counts[its] ?? 0;
    squaresRight += here * here;
    leftCounts[its] = 0;
  }
  const whole = squaresRight / count;
  let squaresLeft = 0;
  const range = ((keys[count - 1] ?? 0) >> 6) - ((keys[0] ?? 0) >> 6);
  found.gain = 0;
  found.margin = 0;
  for (let i = 0; i < count - 1; i++) {
    const key = keys[i] ?? 0;
    const its = key & (MOST_CLASSES - 1);
    const onLeft = leftCounts[its] ?? 0;
    const onRight = (counts[its] ?? 0) - onLeft;
    leftCounts[its] = onLeft + 1;
    squaresLeft += 2 * onLeft + 1;
    squaresRight -= 2 * onRight - 1;
    const value = key >> 6;
    const next = (keys[i + 1] ?? 0) >> 6;
    const left = i + 1;
    if (value === next || left < minLeaf || count - left < minLeaf) continue;
    const gain = squaresLeft / left + squaresRight / (count - left) - whole;
    const margin = (next - value) / range;
    if (!isBetter(gain, margin, found.gain, found.margin)) continue;
    found.gain = gain;
    found.margin = margin;
    // The first whole number above the middle, so that equal distances stay on either side.
    found.value = value + ((next - value + 1) >> 1);
  }
}
