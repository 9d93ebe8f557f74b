/** Made-up examples, and a forest of them. */
import { FEATURES } from '../../src/naming/featureTable.ts';
import type { Examples } from '../../src/naming/growTree.ts';
import { type Model, modelOf } from '../../src/naming/model.ts';
import { scaled, scalesFor } from '../../src/naming/scales.ts';
import {
  defaultRules,
  type Training,
  type TrainingRules,
  trainForest,
} from '../../src/naming/trainForest.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

export interface Made extends Examples {
  readonly numbers: readonly Float64Array[];
  readonly exponents: Int8Array;
}

/**
 * Classes as clouds: feature k of class c lies about c·k mod 5, for the first `telling` features; the
 * others say nothing.
 */
export function madeExamples(
  seed: number,
  count: number,
  { features = 12, classes = 4, telling = 4, noise = 0.8 } = {},
): Made {
  const random = mulberry32(seed);
  const y = Uint8Array.from({ length: count }, (_, i) => i % classes);
  const numbers = Array.from(y, (its) =>
    Float64Array.from({ length: features }, (_, k) => {
      const center = k < telling ? ((its + 1) * (k + 1)) % 5 : 0;
      return center + noise * gaussian(random);
    }),
  );
  const exponents = scalesFor(numbers, features);
  return { x: flat(numbers, exponents), features, y, classes, numbers, exponents };
}

export function flat(numbers: readonly Float64Array[], exponents: Int8Array): Int16Array {
  const x = new Int16Array(numbers.length * exponents.length);
  for (const [i, each] of numbers.entries()) x.set(scaled(each, exponents), i * exponents.length);
  return x;
}

export function trained(examples: Examples, change: Partial<TrainingRules> = {}): Training {
  const steps = trainForest(examples, { ...defaultRules(examples.features), ...change });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A model over all features, of events made up. */
export function madeModel(classes: readonly string[], trees = 10, seed = 1): Model {
  const made = madeExamples(seed, 40 * classes.length, {
    features: FEATURES.length,
    classes: classes.length,
    telling: 8,
    noise: 1.2,
  });
  const { forest } = trained(made, { trees, seed });
  return modelOf(forest, made.exponents, {
    classes,
    channels: ['vibration', 'temp'],
    confidence: 0.5,
  });
}
