/** How board time is had from the samples' times. */

/** From this sample on, board time is wall-clock time less so much. */
export interface BoardOffset {
  readonly index: number;
  /** Null where board time is not known. */
  readonly offsetMs: number | null;
}

export interface BoardOffsets {
  /** The offset from sample `index` on, which is the newest. */
  keep(index: number, offsetMs: number | null): void;
  /** Of the retained samples; ascending, changes only. */
  list(): readonly BoardOffset[];
  /** Forgets those that matter only to samples before `start`. */
  samplesGivenUp(start: number): void;
}

/** A clock so restless is broken: of the older half of these, board time is not known any more. */
const MOST_OFFSETS = 2 ** 14;

export function createBoardOffsets(most = MOST_OFFSETS): BoardOffsets {
  let offsets: BoardOffset[] = [];
  return {
    keep(index, offsetMs) {
      if (offsets.length > 0 && offsets.at(-1)?.offsetMs === offsetMs) return;
      offsets.push({ index, offsetMs });
      if (offsets.length <= most) return;
      const older = offsets.splice(0, offsets.length >> 1);
      offsets.unshift({ index: older[0]?.index ?? 0, offsetMs: null });
    },
    list: () => offsets,
    samplesGivenUp(start) {
      const inForce = offsets.findLastIndex(({ index }) => index <= start);
      if (inForce > 0) offsets = offsets.slice(inForce);
    },
  };
}
