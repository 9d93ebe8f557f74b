/** Scores against labels in words. */
import type { Scores } from '../detector/scores.ts';
import { spoken } from '../language/spoken.ts';
import { withDecimalSign } from './format.ts';

const WORDS = spoken({
  en: {
    scores: (precision: string, recall: string, f1: string) =>
      `precision ${precision}, recall ${recall}, F1 ${f1}`,
  },
  pt: {
    scores: (precision, recall, f1) => `precisão ${precision}, revocação ${recall}, F1 ${f1}`,
  },
});

/** `precision 0.92, recall 1.00, F1 0.96`. */
export function scoresWords({ precision, recall, f1 }: Scores): string {
  return WORDS.scores(formatScore(precision), formatScore(recall), formatScore(f1));
}

/** A score from 0 to 1, or a dash where there are no labels to score against. */
export function formatScore(score: number | null): string {
  return score === null ? '–' : withDecimalSign(score.toFixed(2));
}
