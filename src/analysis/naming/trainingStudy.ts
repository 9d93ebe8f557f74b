/** Training a forest on the events that the person has named, tree by tree. */
import { FEATURES, PLAIN_FEATURES } from '../../naming/featureTable.ts';
import { modelOf } from '../../naming/model.ts';
import { scaled, scalesFor } from '../../naming/scales.ts';
import {
  defaultRules,
  LEAST_EXAMPLES,
  type TrainingFault,
  trainForest,
  trainingFault,
} from '../../naming/trainForest.ts';
import { writeModel } from '../../naming/writeModel.ts';
import type { Signal } from '../judging/signal.ts';
import type {
  ForestStudied,
  Label,
  NoTraining,
  Study,
  StudyProgress,
  StudyResult,
} from '../messages/studyMessages.ts';
import { trainingExamples } from './namedEvents.ts';

/**
 * @param trees how many; `confidence`: a smaller share of them gives no name, 0..1; `spectrum`: whether they
 *   may go by that, too
 */
export function* trainingStudy(
  signal: Pick<Signal, 'judging' | 'channels'>,
  labels: readonly Label[],
  { trees, confidence, spectrum }: Omit<Extract<Study, { kind: 'train' }>, 'kind'>,
): Generator<StudyProgress, StudyResult> {
  const named = trainingExamples(signal, labels);
  const usable = named.filter(({ features }) => features.every(Number.isFinite));
  const classes = [...new Set(usable.map(({ name }) => name))].sort();
  if (classes.length === 0) {
    return refused({ code: named.length === 0 ? 'no-names' : 'no-numbers' });
  }
  const features = spectrum ? FEATURES.length : PLAIN_FEATURES;
  const exponents = scalesFor(
    usable.map((example) => example.features),
    features,
  );
  const x = new Int16Array(usable.length * features);
  for (const [at, example] of usable.entries()) {
    x.set(scaled(example.features, exponents), at * features);
  }
  const y = Uint8Array.from(usable, ({ name }) => classes.indexOf(name));
  const examples = { x, features, y, classes: classes.length };
  const fault = trainingFault(examples);
  if (fault) return refused(inNames(fault, classes));

  const training = trainForest(examples, { ...defaultRules(features), trees });
  let step = training.next();
  for (; !step.done; step = training.next()) yield { done: step.value / trees, best: null };
  const { forest, outOfBag, importance } = step.value;
  // The board takes no model for others: what is judged of them together stands behind, undescribed.
  const channels = signal.channels.map(({ name }) => name);
  const result: ForestStudied = {
    kind: 'train',
    model: writeModel(modelOf(forest, exponents, { channels, classes, confidence })),
    classes,
    examples: usable.map(({ event: { channel, fromMs, toMs } }, at) => ({
      channel,
      fromMs,
      toMs,
      truth: y[at] ?? 0,
      predicted: outOfBag.predicted[at] ?? -1,
      share: outOfBag.share[at] ?? 0,
    })),
    importance: FEATURES.map(({ name }, at) => ({ feature: name, lost: importance[at] ?? 0 }))
      .filter((_, at) => forest.feature.includes(at))
      .sort((a, b) => b.lost - a.lost),
    leftOut: named.length - usable.length,
  };
  return result;
}

const refused = (fault: NoTraining): StudyResult => ({ kind: 'refused', fault });

function inNames(fault: TrainingFault, classes: readonly string[]): NoTraining {
  switch (fault.code) {
    case 'one-class':
      return { code: 'one-class', name: classes[0] ?? '' };
    case 'too-few':
      return {
        code: 'too-few',
        least: LEAST_EXAMPLES,
        of: fault.of.map(({ its, count }) => ({ name: classes[its] ?? '', count })),
      };
    case 'too-many-classes':
    case 'all-alike':
      return fault;
    default:
      return fault satisfies never;
  }
}
