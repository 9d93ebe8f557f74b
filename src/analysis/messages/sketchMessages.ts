/** What the page is told of the lines of another sketch: types only. */
import type { UnreadNote } from '../../protocol/foreign/unreadLines.ts';

export interface SketchReport {
  readonly unread: {
    /** Lines of this link that were not understood. */
    readonly count: number;
    /** The newest three, oldest first. */
    readonly newest: readonly UnreadNote[];
    /** No row is read now, and these lines come instead: since when; null when rows are read. */
    readonly insteadSinceMs: number | null;
  };
  /** Lines with values that make no channel, as their names never come again. */
  readonly unnamed: { readonly count: number; readonly newest: readonly string[] };
  /** Labels that count the lines; their numbers were left out of the names. */
  readonly counters: readonly string[];
  /** Names for which there is no room, the first of them. */
  readonly refused: { readonly count: number; readonly names: readonly string[] };
}

export const NO_SKETCH: SketchReport = {
  unread: { count: 0, newest: [], insteadSinceMs: null },
  unnamed: { count: 0, newest: [] },
  counters: [],
  refused: { count: 0, names: [] },
};
