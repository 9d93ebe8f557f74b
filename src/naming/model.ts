/** A forest with all that it takes to name an event by it. */
import { FEATURES, type FeatureName } from './featureTable.ts';
import { addVotes, type Forest, mostVoted } from './forest.ts';
import { scaled } from './scales.ts';

export interface Model {
  /** The features that its nodes ask, in their order. */
  readonly features: readonly FeatureName[];
  /** Of each of them: its scale is two to the power of this. */
  readonly exponents: Int8Array;
  /** The channels that it was trained on, in their order. */
  readonly channels: readonly string[];
  readonly classes: readonly string[];
  /** A smaller share of the trees gives no name; 0..1. */
  readonly confidence: number;
  readonly forest: Forest;
}

/** Whether the first channels, by their names, are those that the model was trained on. */
export const isForChannels = (model: Model, names: readonly string[]): boolean =>
  model.channels.every((name, at) => names[at] === name);

/** What a forest says of an event. */
export interface Naming {
  /** Number of the class; null: unknown. */
  readonly its: number | null;
  /** Share of the trees for the class that most are for, named or not. */
  readonly share: number;
}

/** Names an event by its numbers, in the order of `FEATURES`. */
export function nameEvent(model: Model, numbers: ArrayLike<number>): Naming {
  const x = model.features.map((name) => numbers[placeOf(name)] ?? 0);
  const votes = new Int32Array(model.classes.length);
  addVotes(model.forest, scaled(x, model.exponents), votes);
  const most = mostVoted(votes);
  const share = (votes[most] ?? 0) / model.forest.roots.length;
  return { its: share >= model.confidence ? most : null, share };
}

const placeOf = (wanted: FeatureName): number => FEATURES.findIndex(({ name }) => name === wanted);

/**
 * A model of a forest over all features: those that no node asks are left out, so that a board need
 * not scale them.
 *
 * @param exponents of all features
 */
export function modelOf(
  forest: Forest,
  exponents: Int8Array,
  rest: Pick<Model, 'channels' | 'classes' | 'confidence'>,
): Model {
  const asked = [...new Set(forest.feature)].sort((a, b) => a - b);
  return {
    ...rest,
    features: asked.flatMap((at) => FEATURES[at]?.name ?? []),
    exponents: Int8Array.from(asked, (at) => exponents[at] ?? 0),
    forest: { ...forest, feature: forest.feature.map((at) => asked.indexOf(at)) },
  };
}
