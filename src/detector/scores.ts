/** How well flagged samples match what a person says was anomalous. */

/** Shares, 0..1. */
export interface Scores {
  /** Share of the flagged samples that lie in a labelled span; 1 when none is flagged. */
  readonly precision: number;
  /** Share of the labelled spans with at least one flagged sample. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
}

/** Both ends belong to it. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What a label says when no other name is given. */
export const TRUE_ANOMALY = 'true anomaly';

/** The name of what was flagged and is none: a score does not count such a label. */
export const NOT_AN_ANOMALY = 'not an anomaly';

/** Whether scores go by a label. */
export const isScored = ({ name }: { readonly name: string }): boolean => name !== NOT_AN_ANOMALY;

/** How far beyond its ends a label reaches, in ms: nobody clicks to the millisecond. */
export const LABEL_REACH_MS = 500;

/** A label as far as it counts, for the score, for the list and in the plot alike. */
export function reachOf<Label extends TimeSpan>(label: Label, reachMs = LABEL_REACH_MS): Label {
  return { ...label, fromMs: label.fromMs - reachMs, toMs: label.toMs + reachMs };
}

/** What scores are made of; counts of several channels add up. */
export interface Matches {
  readonly flagged: number;
  /** Flagged samples in a labelled span. */
  readonly right: number;
  readonly labels: number;
  /** Labels with a flagged sample in them. */
  readonly met: number;
}

/** Hears of flags in the order of time. */
export interface Matcher {
  /** A flagged sample; times must not go backwards. */
  flag(timeMs: number): void;
  matches(): Matches;
}

/**
 * Matches flags with labels as they come. A label is met by one flag: what counts is that an anomaly
 * was noticed, not how many of its samples were.
 *
 * @param reachMs see `reachOf`
 */
export function createMatcher(labels: readonly TimeSpan[], reachMs = LABEL_REACH_MS): Matcher {
  const spans = labels.map((label) => reachOf(label, reachMs)).sort((a, b) => a.fromMs - b.fromMs);
  const met = new Set<number>();
  let first = 0;
  let flagged = 0;
  let right = 0;
  return {
    flag(timeMs) {
      flagged += 1;
      while (first < spans.length && (spans[first]?.toMs ?? 0) < timeMs) first += 1;
      let inside = false;
      for (let i = first; i < spans.length; i++) {
        const span = spans[i];
        if (!span || span.fromMs > timeMs) break;
        if (timeMs > span.toMs) continue;
        inside = true;
        met.add(i);
      }
      if (inside) right += 1;
    },
    matches: () => ({ flagged, right, labels: spans.length, met: met.size }),
  };
}

/** What two channels come to together. */
export function addMatches(a: Matches, b: Matches): Matches {
  return {
    flagged: a.flagged + b.flagged,
    right: a.right + b.right,
    labels: a.labels + b.labels,
    met: a.met + b.met,
  };
}

/** Precision, recall and F1; null without labels. */
export function scoresOf({ flagged, right, labels, met }: Matches): Scores | null {
  if (labels === 0) return null;
  const precision = flagged === 0 ? 1 : right / flagged;
  const recall = met / labels;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
