import { describe, expect, it } from 'vitest';
import { addVotes, leafOf, mostVoted } from '../../src/naming/forest.ts';
import {
  createWorkroom,
  type Examples,
  type GrowingNodes,
  growTree,
} from '../../src/naming/growTree.ts';
import { accuracyOf, countName, countOf, createConfusion } from '../../src/naming/namingScores.ts';
import { scaled, scalesFor } from '../../src/naming/scales.ts';
import { defaultRules, trainForest, trainingFault } from '../../src/naming/trainForest.ts';
import { mulberry32 } from '../signals/benchmarkSignal.ts';
import { flat, madeExamples, trained } from './madeForest.ts';

const gini = (ys: readonly number[]) => {
  const shares = [...new Set(ys)].map((its) => ys.filter((y) => y === its).length / ys.length);
  return 1 - shares.reduce((sum, share) => sum + share * share, 0);
};

function mixedAfter({ x, y, features }: Examples, feature: number, value: number): number {
  const sides: [number[], number[]] = [[], []];
  for (const [i, its] of y.entries()) {
    sides[(x[i * features + feature] ?? 0) < value ? 0 : 1].push(its);
  }
  return sides.reduce((sum, ys) => sum + (ys.length === 0 ? 0 : gini(ys) * ys.length), 0);
}

describe('a tree', () => {
  it('parts the examples as no other value of any feature does better', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = mulberry32(seed);
      const count = 5 + Math.floor(random() * 60);
      const x = Int16Array.from({ length: count * 3 }, () => Math.floor(random() * 20) - 10);
      const y = Uint8Array.from({ length: count }, () => Math.floor(random() * 3));
      const examples: Examples = { x, y, features: 3, classes: 3 };
      const nodes: GrowingNodes = { feature: [], value: [], left: [], right: [] };
      const sample = Int32Array.from({ length: count }, (_, i) => i);
      const rules = { drawn: 3, maxDepth: 1, minLeaf: 1 };
      growTree(examples, sample, rules, random, nodes, createWorkroom(examples));
      const [feature = 0] = nodes.feature;
      const [value = 0] = nodes.value;
      let least = gini([...y]) * count;
      for (let f = 0; f < 3; f++) {
        for (let at = -10; at <= 10; at++) least = Math.min(least, mixedAfter(examples, f, at));
      }
      expect(mixedAfter(examples, feature, value), `seed ${seed}`).toBeCloseTo(least, 9);
    }
  });

  it('takes of equally good splits the one with the widest gap', () => {
    const examples: Examples = {
      x: Int16Array.of(0, 0, 1, 1, 2, 2, 3, 90, 4, 91, 5, 92),
      y: Uint8Array.of(0, 0, 0, 1, 1, 1),
      features: 2,
      classes: 2,
    };
    for (let seed = 1; seed < 20; seed++) {
      const nodes: GrowingNodes = { feature: [], value: [], left: [], right: [] };
      const sample = Int32Array.of(0, 1, 2, 3, 4, 5);
      const rules = { drawn: 2, maxDepth: 4, minLeaf: 1 };
      growTree(examples, sample, rules, mulberry32(seed), nodes, createWorkroom(examples));
      expect(nodes).toEqual({ feature: [1], value: [46], left: [-1], right: [-2] });
    }
  });
});

describe('a forest', () => {
  const made = madeExamples(1, 400);
  const fresh = madeExamples(2, 2000);

  function rightOf(training: ReturnType<typeof trained>): number {
    let right = 0;
    for (const [i, numbers] of fresh.numbers.entries()) {
      const votes = new Int32Array(fresh.classes);
      addVotes(training.forest, scaled(numbers, made.exponents), votes);
      right += Number(mostVoted(votes) === fresh.y[i]);
    }
    return right / fresh.y.length;
  }

  it('names what it has not seen, and better than one of its trees', () => {
    const many = rightOf(trained(made, { trees: 50 }));
    expect(many).toBeGreaterThan(0.9);
    expect(many).toBeGreaterThan(rightOf(trained(made, { trees: 1 })) + 0.05);
  });

  it('knows out of bag how good it is on what it has not seen', () => {
    const training = trained(made, { trees: 50 });
    const confusion = createConfusion(made.classes);
    for (const [i, its] of made.y.entries()) {
      countName(confusion, its, training.outOfBag.predicted[i] ?? -1);
    }
    const { low, high, right, of } = accuracyOf(confusion);
    expect(of).toBe(400);
    expect(high - low).toBeLessThan(0.08);
    expect(right / of).toBeGreaterThan(low);
    expect(rightOf(training)).toBeGreaterThan(low - 0.01);
    expect(rightOf(training)).toBeLessThan(high + 0.01);
  });

  it('says of features that tell something that they do, and of others that they do not', () => {
    const { importance } = trained(made, { trees: 50 });
    expect(Math.min(...importance.slice(0, 4))).toBeGreaterThan(0.02);
    expect(Math.max(...importance.slice(4))).toBeLessThan(0.02);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(trained(made, { seed: 3 })).toEqual(trained(made, { seed: 3 }));
    expect(trained(made, { seed: 3 }).forest).not.toEqual(trained(made, { seed: 4 }).forest);
  });

  it('tells after each tree how far it is, and can be left there', () => {
    const steps = trainForest(made, { ...defaultRules(12), trees: 5 });
    expect([steps.next().value, steps.next().value]).toEqual([1, 2]);
    steps.return(undefined as never);
    expect(steps.next().done).toBe(true);
  });

  it('only has jumps forward, and classes that there are', () => {
    const { forest } = trained(made, { trees: 20 });
    for (const [at] of forest.feature.entries()) {
      for (const jump of [forest.left[at] ?? 0, forest.right[at] ?? 0]) {
        expect(jump).not.toBe(0);
        if (jump < 0) expect(-1 - jump).toBeLessThan(4);
        else expect(at + jump).toBeLessThan(forest.feature.length);
      }
    }
  });
});

describe('examples that cannot be trained with', () => {
  const few = madeExamples(1, 40);

  it('of one class', () => {
    const y = new Uint8Array(40);
    expect(trainingFault({ ...few, y })).toEqual({ code: 'one-class' });
    expect(trainingFault({ ...few, y: new Uint8Array(0), x: new Int16Array(0) })).toEqual({
      code: 'one-class',
    });
  });

  it('too few of a class, and which', () => {
    const y = Uint8Array.from(few.y, (its, i) => (its === 3 && i > 20 ? 2 : its));
    expect(trainingFault({ ...few, y })).toEqual({ code: 'too-few', of: [{ its: 3, count: 5 }] });
  });

  it('all alike', () => {
    const x = new Int16Array(few.x.length).fill(7);
    expect(trainingFault({ ...few, x })).toEqual({ code: 'all-alike' });
  });

  it('are not those that can: a class without any does not count', () => {
    expect(trainingFault(few)).toBeNull();
    expect(trainingFault({ ...few, classes: 5 })).toBeNull();
  });

  it('a forest of examples that differ in nothing that tells them apart still names', () => {
    const x = Int16Array.from(few.x, (_, i) => Math.floor(i / 12) % 2);
    const { forest } = trained({ ...few, x });
    expect(leafOf(forest, forest.roots[0] ?? -1, new Int16Array(12))).toBeLessThan(4);
  });
});

describe('scales', () => {
  it('keep numbers apart as far as 16 bits go, leave room, and lose no order', () => {
    const numbers = [1e-5, -3, 7e6].map((size) => Float64Array.of(size, size / 2, 0));
    const exponents = scalesFor(numbers, 3);
    for (const each of numbers) {
      for (const whole of scaled(each, exponents)) expect(Math.abs(whole)).toBeLessThan(8192);
    }
    expect([...scaled([1e12, -1e12, Number.NaN], exponents)]).toEqual([32767, -32767, 0]);
    expect([...flat([Float64Array.of(-0.5)], Int8Array.of(0))]).toEqual([-1]);
  });
});

it('counts names by what was true, unknown apart', () => {
  const confusion = createConfusion(2);
  for (const given of [0, 0, 1, -1]) countName(confusion, 0, given);
  countName(confusion, 1, 1);
  expect([0, 1, -1].map((given) => countOf(confusion, 0, given))).toEqual([2, 1, 1]);
  const { right, of, low, high } = accuracyOf(confusion);
  expect([right, of]).toEqual([3, 5]);
  // Wilson's interval for 3 of 5, as tables have it.
  expect(low).toBeCloseTo(0.2307, 3);
  expect(high).toBeCloseTo(0.8824, 3);
});
