/** What a person does about alarms. Times are the host's, ms since the epoch. */

/** A stretch of a channel: an event judged anew may have other ends, and is known by touching it. */
export interface Stretch {
  readonly channel: number;
  readonly fromMs: number;
  readonly toMs: number;
}

export type AlarmAct = { readonly atMs: number } & (
  | ({ readonly kind: 'acknowledge' } & Stretch)
  /** Everything that has begun up to a moment. */
  | { readonly kind: 'acknowledge-all'; readonly upToMs: number }
  /** Alarms of a channel are listed but not told for a time. */
  | {
      readonly kind: 'shelve';
      readonly channel: number;
      readonly untilMs: number;
      readonly reason: string;
    }
  | { readonly kind: 'unshelve'; readonly channel: number }
  /** In the place of an earlier one; an empty text takes it away. */
  | ({ readonly kind: 'note'; readonly text: string } & Stretch)
);

/** A reason or a note, so that a line of a recording holds it. */
export const MOST_CHARACTERS = 120;
