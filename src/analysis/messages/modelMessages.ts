/** The forest on the board: what it says of events, and how one gets there. Types only. */

export interface BoardEventName {
  /** Of the event that begins with the board's alarm. */
  readonly event: number;
  readonly channel: number;
  /** Of the alarm. */
  readonly timeMs: number;
  /** Null: too few trees were for any class. */
  readonly name: string | null;
  /** Share of the trees for the class that most are for, 0..1. */
  readonly share: number;
}

/** Pieces that the board has taken. */
export interface ModelProgress {
  readonly done: number;
  readonly of: number;
}

export type ModelOutcome =
  /** The board says that this model is on it; null: none. */
  | { readonly kind: 'done'; readonly hash: string | null }
  | {
      readonly kind: 'failed';
      readonly why: ModelFailure;
      /** The board's own words, or empty. */
      readonly words: string;
      /** Hash of the model that the board goes on with, null without one; undefined: it does not say. */
      readonly onBoard: string | null | undefined;
    };

export type ModelFailure =
  /** No board of ours is there, or its firmware names no events. */
  | 'no-board'
  | 'cannot'
  /** The text is no whole model's file. */
  | 'not-whole'
  /** The link has ended, or the board keeps quiet. */
  | 'no-answer'
  /** It has started anew on the way, or somebody else has sent it a model. */
  | 'broken-off'
  /** It does not fit, is for other channels or features, or could not be kept: `words` says which. */
  | 'refused'
  /** It says that another model is on it. */
  | 'other-model'
  | 'cancelled';
