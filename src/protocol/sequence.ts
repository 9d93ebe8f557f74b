/** Whether samples follow each other, or some are lost, or the board began anew. */
import { SEQUENCE_MODULUS } from './firmwareLine.ts';

/** How a sample follows the one before it. */
export type Succession =
  | { readonly kind: 'next' }
  | { readonly kind: 'lost'; readonly count: number }
  /** Number or time went backwards: the board began anew. */
  | { readonly kind: 'rebooted' };

/** Takes the samples of one board, in their order. */
export interface Sequence {
  /** `boardMs`: the board's time of the sample. */
  follow(seq: number, boardMs: number): Succession;
  /** How many samples ago `seq` was; null before the last break, or not yet. */
  samplesAgo(seq: number): number | null;
  /** The board is known to have begun anew: whatever number comes next is its first. */
  reset(): void;
}

const NEXT: Succession = { kind: 'next' };

/** Watches sequence numbers, which wrap at 2^30, and the board's clock, which never does. */
export function createSequence(): Sequence {
  let last = -1;
  let lastBoardMs = Number.NEGATIVE_INFINITY;
  /** Samples since the last break. */
  let unbroken = 0;
  return {
    follow(seq, boardMs) {
      const missing = (seq - last - 1 + 2 * SEQUENCE_MODULUS) % SEQUENCE_MODULUS;
      const first = last < 0;
      const backwards = boardMs < lastBoardMs || missing > SEQUENCE_MODULUS / 2;
      last = seq;
      lastBoardMs = boardMs;
      unbroken = missing === 0 || first ? unbroken + 1 : 1;
      if (first) return NEXT;
      if (backwards) return { kind: 'rebooted' };
      return missing === 0 ? NEXT : { kind: 'lost', count: missing };
    },
    samplesAgo(seq) {
      const ago = (last - seq + SEQUENCE_MODULUS) % SEQUENCE_MODULUS;
      return last >= 0 && ago < unbroken ? ago : null;
    },
    reset() {
      last = -1;
      lastBoardMs = Number.NEGATIVE_INFINITY;
      unbroken = 0;
    },
  };
}
