/**
 * Labels of the person, and the longer computations over the retained history: what the page asks
 * for and what it is told. Types and a limit.
 */
import type { Cause } from '../../detector/detector.ts';
import type { NumericParameterName, Parameters } from '../../detector/parameters.ts';
import type { Scores } from '../../detector/scores.ts';
import type { Tally } from './findings.ts';
import type { SeasonSuggestion } from './judgingMessages.ts';
import type { Mark, Span } from './viewMessages.ts';

/** What a stretch of a channel was, said by the person. A click labels a moment: both ends the same. */
export interface Label extends Span {
  readonly channel: number;
  /** `TRUE_ANOMALY`, `NOT_AN_ANOMALY`, or a class of the person's. */
  readonly name: string;
}

/** A person clicks far fewer in a shift; a file may say anything. Of more, the oldest go. */
export const MOST_LABELS = 5000;

export type Study =
  /** The presets of Table 2 side by side over one channel, drawn `widthPx` wide. */
  | { readonly kind: 'experiments'; readonly channel: number; readonly widthPx: number }
  /** Every γ with every δ, the other parameters as given; or any other two, in their place. */
  | {
      readonly kind: 'heat-map';
      readonly channel: number;
      readonly parameters: Parameters;
      readonly gammas: readonly number[];
      readonly deltas: readonly number[];
      /** Which `gammas` and `deltas` are values of, when not of γ and δ. */
      readonly of?: readonly [NumericParameterName, NumericParameterName];
    }
  /** Looks for a period, or tries the given one, and what judging with it changes. */
  | {
      readonly kind: 'season';
      readonly channel: number;
      readonly parameters: Parameters;
      readonly periodMs?: number;
    }
  /** Searches γ, δ, N, B, W and the bounds of drift and rhythm for the best F1; needs labels. */
  | {
      readonly kind: 'suggest';
      readonly channel: number;
      readonly parameters: Parameters;
      readonly budgetMs: number;
      readonly seed: number;
    }
  /** A forest of the events that the person has named. */
  | {
      readonly kind: 'train';
      readonly trees: number;
      readonly confidence: number;
      /** Whether it may go by the spectrum of an event, too. */
      readonly spectrum: boolean;
    };

export interface StudyProgress {
  /** 0..1 */
  readonly done: number;
  /** The best so far, for `suggest`. */
  readonly best: Suggestion | null;
}

export type StudyResult =
  | { readonly kind: 'experiments'; readonly rows: readonly ExperimentRow[] }
  | HeatMapResult
  | { readonly kind: 'suggest'; readonly best: Suggestion | null; readonly tried: number }
  /** Null when the signal does not repeat, or not twice yet. */
  | { readonly kind: 'season'; readonly suggestion: SeasonSuggestion | null }
  | ForestStudied
  | { readonly kind: 'refused'; readonly fault: NoTraining }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly why: 'no-samples' | 'no-labels' };

/** A forest, and how good it is on the examples that each of its trees has not seen. */
export interface ForestStudied {
  readonly kind: 'train';
  /** The text of its file. */
  readonly model: string;
  readonly classes: readonly string[];
  readonly examples: readonly TrainedExample[];
  /** Those that its nodes ask, the most important first. */
  readonly importance: readonly { readonly feature: string; readonly lost: number }[];
  /** Named events without usable numbers. */
  readonly leftOut: number;
}

export interface TrainedExample extends Span {
  readonly channel: number;
  /** Place of the class among `classes`: as the person says, and as the trees do that have not seen it. */
  readonly truth: number;
  /** −1: every tree has seen it. */
  readonly predicted: number;
  /** Share of those trees that say so, 0..1. */
  readonly share: number;
}

/** Why there is no forest. */
export type NoTraining =
  | { readonly code: 'no-names' }
  /** None of the named events has usable numbers. */
  | { readonly code: 'no-numbers' }
  | { readonly code: 'one-class'; readonly name: string }
  | { readonly code: 'too-many-classes'; readonly most: number }
  | {
      readonly code: 'too-few';
      readonly least: number;
      readonly of: readonly { readonly name: string; readonly count: number }[];
    }
  | { readonly code: 'all-alike' };

export interface HeatMapResult {
  readonly kind: 'heat-map';
  readonly gammas: readonly number[];
  readonly deltas: readonly number[];
  /** F1 where there are labels, else the share of samples flagged; one row a γ. */
  readonly measure: 'f1' | 'share-flagged';
  readonly values: readonly (readonly number[])[];
}

export interface Suggestion {
  readonly parameters: Parameters;
  readonly scores: Scores;
}

export interface ExperimentRow {
  readonly name: string;
  readonly parameters: Parameters;
  /** All that are retained are judged, whatever R a preset names: R is the signal's. */
  readonly samples: number;
  /** Of these, those before the first fit: of them nothing was judged. */
  readonly learning: number;
  readonly tally: Tally;
  /** Alarms by what raised them. */
  readonly causes: Readonly<Record<Cause, number>>;
  /** Outliers per sample judged. */
  readonly shareFlagged: number;
  readonly firstFlagMs: number | null;
  /** Null without labels on the channel. */
  readonly scores: Scores | null;
  /** The signal and what was flagged, for a small multiple. */
  readonly time: Float64Array<ArrayBuffer>;
  readonly value: Float64Array<ArrayBuffer>;
  readonly marks: readonly Mark[];
}
