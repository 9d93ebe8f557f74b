/** What the page asks about events that are like one. Types only. */

export type AlikeEvents =
  /** Ids of listed events without a name, the most alike first. */
  | { readonly kind: 'found'; readonly ids: readonly number[] }
  /** The event goes on, only the board flagged it, or what it was like is kept no longer. */
  | { readonly kind: 'not-described' };
