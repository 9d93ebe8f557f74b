/** How good a forest is on the events that each of its trees has not seen. */
import type { ForestStudied, TrainedExample } from '../../analysis/messages/studyMessages.ts';
import {
  type Accuracy,
  accuracyOf,
  type Confusion,
  countName,
  createConfusion,
  UNKNOWN,
} from '../../naming/namingScores.ts';

export interface TrainedFigures {
  readonly accuracy: Accuracy;
  readonly confusion: Confusion;
  /** Those that it calls otherwise than the person, the surest first. */
  readonly disagreements: readonly TrainedExample[];
}

/** @param confidence a smaller share of the trees gives no name */
export function trainedFigures(
  { classes, examples }: Pick<ForestStudied, 'classes' | 'examples'>,
  confidence: number,
): TrainedFigures {
  const confusion = createConfusion(classes.length);
  const named = (example: TrainedExample) =>
    example.share >= confidence ? example.predicted : UNKNOWN;
  for (const example of examples) countName(confusion, example.truth, named(example));
  const disagreements = examples
    .filter((example) => named(example) !== UNKNOWN && named(example) !== example.truth)
    .sort((a, b) => b.share - a.share);
  return { accuracy: accuracyOf(confusion), confusion, disagreements };
}
