/** Scores against labels in words. */
import type { Scores } from '../detector/scores.ts';

/** `precision 0.92, recall 1.00, F1 0.96`. */
export function scoresWords({ precision, recall, f1 }: Scores): string {
  return `precision ${formatScore(precision)}, recall ${formatScore(recall)}, F1 ${formatScore(f1)}`;
}

/** A score from 0 to 1, or a dash where there are no labels to score against. */
export function formatScore(score: number | null): string {
  return score === null ? '–' : score.toFixed(2);
}
