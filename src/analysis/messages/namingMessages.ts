/** Names that a forest gives to events: types only. */

/** What a forest says of one event. */
export interface ForestName {
  /** Its id. */
  readonly event: number;
  /** Null: unknown, by its confidence. */
  readonly name: string | null;
  /** Share of the trees for the class that most are for, 0..1. */
  readonly confidence: number;
}
