/** What a watcher judged when it raised an alarm, and over which stretch. */
import type { Detector } from '../../detector/detector.ts';
import type { JudgedSeries } from '../messages/judgingMessages.ts';

export interface JudgedAlarm {
  readonly judged: JudgedSeries | null;
  /** Samples of the block or of the run that was judged, and how far before the alarm it ended. */
  readonly samples: number;
  readonly endedBefore: number;
}

const OF_LEVEL: JudgedAlarm = { judged: null, samples: 1, endedBefore: 0 };

/** Of the newest sample of a detector, which raised an alarm. */
export function judgedAlarm({ cause, drift, rhythm, block }: Detector): JudgedAlarm {
  if (cause === 'drift' && drift) {
    return { judged: judgedLevel(drift), samples: block, endedBefore: 0 };
  }
  if (cause === 'rhythm' && rhythm) {
    return {
      judged: judgedRun(rhythm),
      samples: Math.round(Math.exp(rhythm.value)),
      endedBefore: rhythm.goingOn ? 0 : 1,
    };
  }
  return OF_LEVEL;
}

/** What a watcher judged last: a value, what is usual, and how far from it the limit is. */
interface Newest {
  readonly value: number;
  readonly center: number;
  readonly reach: number;
}

export const judgedLevel = ({ value, center, reach }: Newest): JudgedSeries => ({
  of: 'drift',
  value,
  center,
  limit: value < center ? center - reach : center + reach,
});

/** Logarithms of run lengths become lengths. */
export const judgedRun = ({ value, center, reach }: Newest): JudgedSeries => ({
  of: 'rhythm',
  value: Math.exp(value),
  center: Math.exp(center),
  limit: Math.exp(value < center ? center - reach : center + reach),
});
