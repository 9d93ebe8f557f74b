/** The words for what is found in a signal, each with its one meaning. */

export const TERM_NAMES = ['anomaly', 'outlier', 'alarm', 'collective', 'drift', 'rhythm'] as const;

export type Term = (typeof TERM_NAMES)[number];

export const TERMS: Readonly<Record<Term, string>> = {
  anomaly: 'Any event of the list, whatever raised it.',
  outlier: 'One sample beyond the limits.',
  alarm: 'The beginning of an event; what follows at once belongs to the same event.',
  collective: 'Several outliers close together, as many as M within the mean gap T.',
  drift: 'The level of a whole block is far from the levels before it.',
  rhythm: 'The signal stays on one side of its mean for longer, or shorter, than it usually does.',
};
