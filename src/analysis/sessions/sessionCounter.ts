/** What a file's summary counts, over all that was in memory while it was written. */
import type { RecordingSummary } from '../../protocol/hostLine.ts';

/** What a file held when a session went on in it. */
export type HeldBefore = SessionCounts & Pick<RecordingSummary, 'name'>;

export type SessionCounts = Pick<RecordingSummary, 'samples' | 'lost' | 'anomalies'>;

/** Counts of what is in memory, which may begin anew while a file goes on. */
export interface CountsInMemory extends SessionCounts {
  /** Another one = the counts began at zero. */
  readonly of: unknown;
}

export interface SessionCounter {
  look(): void;
  /** Since the counter was made. */
  since(): SessionCounts;
}

export function addCounts(a: SessionCounts, b: SessionCounts): SessionCounts {
  return {
    samples: a.samples + b.samples,
    lost: a.lost + b.lost,
    anomalies: a.anomalies + b.anomalies,
  };
}

/** Counts from now on. */
export function createSessionCounter(counts: () => CountsInMemory): SessionCounter {
  const zero: SessionCounts = { samples: 0, lost: 0, anomalies: 0 };
  let before: SessionCounts = counts();
  let last = counts();
  let earlier = zero;

  const grown = (): SessionCounts => ({
    samples: earlier.samples + Math.max(0, last.samples - before.samples),
    lost: earlier.lost + Math.max(0, last.lost - before.lost),
    anomalies: earlier.anomalies + Math.max(0, last.anomalies - before.anomalies),
  });
  function look(): void {
    const now = counts();
    if (now.of !== last.of) {
      earlier = grown();
      before = zero;
    }
    last = now;
  }
  return {
    look,
    since() {
      look();
      return grown();
    },
  };
}
