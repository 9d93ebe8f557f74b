/** All words of the forest that names events. */
import type { NoTraining } from '../../analysis/messages/studyMessages.ts';
import { FEATURES } from '../../naming/featureTable.ts';
import { modelFaultSentence } from '../../naming/modelFaultSentence.ts';
import type { Accuracy } from '../../naming/namingScores.ts';
import type { ModelFault } from '../../naming/readModel.ts';
import { counted, formatPercent } from '../format.ts';
import { isolated } from '../OutsideText.tsx';

export const NAMES_WORDS = {
  region: 'Names',
  intro:
    'Name events in the list of anomalies (keys 1 to 9). From at least eight of each of two names a forest of decision trees learns to name the others, here and at once.',
  none: 'No event has a name yet.',
  train: 'Train a forest',
  training: 'Training',
  cancel: 'Cancel',
  trees: 'Trees',
  spectrum: 'By its periods, too',
  spectrumHint:
    'The spectrum of the first 64 samples of an event: for what shakes in another rhythm. A board without it refuses the model.',
  confidence: 'Least share of the trees for a name',
  confidenceHint: 'Below it an event is called “unknown”.',
  load: 'Open a model…',
  save: 'Save the model',
  source: 'As source…',
  drop: 'Name no more',
  onlyAlarms:
    'A forest goes by what an alarm of this browser was like. Outliers that raised none are named by you alone.',
  outdated: 'Names have changed since: train again.',
  cancelled: 'Cancelled: the forest before stays in use.',
  noSamples: 'There is nothing to learn from yet: connect a board.',
  confusion: 'How its names fall, on events that the trees have not seen',
  truth: 'You say',
  unknown: 'unknown',
  importance: 'What it goes by',
  importanceHint: 'How many of 100 events would be named wrongly if this number were shuffled.',
  disagreements: 'Where it says otherwise than you',
  agrees: 'It says nowhere otherwise than you.',
} as const;

export const SOURCE_WORDS = {
  'c-branches': 'C, if and else',
  'c-arrays': 'C, arrays',
  python: 'Python',
} as const;

export function leftOutWords(count: number): string {
  return `${counted(count, 'named event')} without usable numbers: left out.`;
}

export function otherChannelsWords(channels: readonly string[]): string {
  const names = channels.map(isolated).join(', ');
  return `The model was trained on other channels (${names}): it names nothing here. Open one for these, or train one.`;
}

export function accuracyWords({ right, of, low, high }: Accuracy): string {
  return (
    `${right} of ${of} named as you did (${formatPercent(low)} to ${formatPercent(high)}), ` +
    'each by the trees that have not seen it.'
  );
}

export function refusalWords(fault: NoTraining): string {
  switch (fault.code) {
    case 'no-names':
      return 'No event in memory has a name: name some in the list of anomalies first. An event can be learned from when it is over.';
    case 'no-numbers':
      return 'The named events have no usable numbers: name others.';
    case 'one-class':
      return `All named events are called “${isolated(fault.name)}”: a second name is needed to tell apart from.`;
    case 'too-many-classes':
      return `There are more than ${fault.most} names: merge some.`;
    case 'too-few': {
      const few = fault.of.map(({ name, count }) => `“${isolated(name)}”: ${count}`);
      return `Too few of ${few.join(', ')}. At least ${fault.least} of each are asked for. What raised no alarm here, or is not over yet, does not count.`;
    }
    case 'all-alike':
      return 'All named events have the same numbers: nothing tells them apart.';
    default:
      return fault satisfies never;
  }
}

export const modelFaultWords = (fault: ModelFault | { readonly code: 'unreadable' }): string =>
  fault.code === 'unreadable'
    ? 'The file cannot be read any more: choose it again.'
    : modelFaultSentence(fault, isolated);

export const featureWords = (feature: string): string =>
  FEATURES.find(({ name }) => name === feature)?.meaning ?? feature;
