/**
 * What the board said of the retained samples of a channel, in order, to be gathered into events: now,
 * and again when the history is judged anew. A queue in typed arrays: a board may flag every sample.
 */

import { CAUSES, type Cause } from '../../detector/detector.ts';

export interface BoardVerdicts {
  add(index: number, bits: number, probability: number, cause: Cause): void;
  /** Calls `take` for those not gathered yet, up to the first on a sample from `end` on. */
  gather(
    end: number,
    take: (index: number, bits: number, probability: number, cause: Cause) => void,
  ): void;
  /** All are to be gathered again. */
  rewind(): void;
  /** Forgets those on samples before `start`. */
  samplesGivenUp(start: number): void;
}

const LEAST_ROOM = 64;
/** The cause stands above the bits of the verdict. */
const CAUSE_SHIFT = 3;

/** @param most a power of two; beyond so many the oldest are forgotten: no event is made of them again */
export function createBoardVerdicts(most: number): BoardVerdicts {
  let room = Math.min(LEAST_ROOM, most);
  let indexes = new Float64Array(room);
  let bitsOf = new Uint8Array(room);
  let probabilities = new Float64Array(room);
  // Counted since the start of the session; number n stands at n modulo the room.
  let oldest = 0;
  let next = 0;
  let end = 0;

  function makeRoom(): void {
    if (room === most) {
      oldest += 1;
      next = Math.max(next, oldest);
      return;
    }
    const [before, from] = [{ indexes, bitsOf, probabilities }, room];
    room *= 2;
    indexes = new Float64Array(room);
    bitsOf = new Uint8Array(room);
    probabilities = new Float64Array(room);
    for (let n = oldest; n < end; n++) {
      indexes[n % room] = before.indexes[n % from] ?? 0;
      bitsOf[n % room] = before.bitsOf[n % from] ?? 0;
      probabilities[n % room] = before.probabilities[n % from] ?? 0;
    }
  }

  return {
    add(index, bits, probability, cause) {
      if (end - oldest === room) makeRoom();
      indexes[end % room] = index;
      bitsOf[end % room] = bits | (CAUSES.indexOf(cause) << CAUSE_SHIFT);
      probabilities[end % room] = probability;
      end += 1;
    },
    gather(before, take) {
      for (; next < end; next++) {
        const at = next % room;
        const index = indexes[at] ?? 0;
        if (index >= before) break;
        const said = bitsOf[at] ?? 0;
        const cause = CAUSES[said >> CAUSE_SHIFT] ?? 'level';
        take(index, said & ((1 << CAUSE_SHIFT) - 1), probabilities[at] ?? 0, cause);
      }
    },
    rewind() {
      next = oldest;
    },
    samplesGivenUp(start) {
      while (oldest < end && (indexes[oldest % room] ?? 0) < start) oldest += 1;
      next = Math.max(next, oldest);
    },
  };
}
