/** How well flagged samples match what a person says was anomalous. */

export interface Scores {
  /** Share of the flagged samples that lie in a labelled span; 1 when none is flagged. */
  readonly precision: number;
  /** Share of the labelled spans with at least one flagged sample. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
}

interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Scores flagged sample times (ms, ascending) against labels. A label is met by one flag: what
 * counts is that an anomaly was noticed, not how many of its samples were.
 *
 * @param toleranceMs how far from a label a flag still belongs to it: a person clicks beside it
 * @returns null without labels
 */
export function scoreFlags(
  flaggedMs: readonly number[],
  labels: readonly TimeSpan[],
  toleranceMs: number,
): Scores | null {
  if (labels.length === 0) return null;
  const met = new Set<TimeSpan>();
  let right = 0;
  for (const timeMs of flaggedMs) {
    const of = labels.filter(
      ({ fromMs, toMs }) => timeMs >= fromMs - toleranceMs && timeMs <= toMs + toleranceMs,
    );
    if (of.length > 0) right += 1;
    for (const label of of) met.add(label);
  }
  const precision = flaggedMs.length === 0 ? 1 : right / flaggedMs.length;
  const recall = met.size / labels.length;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
