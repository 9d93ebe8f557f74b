/**
 * How many alarms are to be expected of channels on which nothing happens, all together. Rates were
 * measured (src/detector/README.md): a water pump, 8 channels at 1 Hz, parameters at their defaults,
 * 12 alarms an hour of which nobody knows a cause, 4.0 with level alone, 1.3 of the channels together.
 */
import { DEFAULT_PARAMETERS, type Parameters } from '../../detector/parameters.ts';
import type { FalseAlarms } from '../messages/judgingMessages.ts';

const SAMPLES_MEASURED = 8 * 3600;
/** Per sample and channel. */
const OF_LEVEL = 4 / SAMPLES_MEASURED;
const OF_WATCHERS = (12 - 4) / SAMPLES_MEASURED;
/** Per sample. */
const OF_TOGETHER = 1.3 / 3600;

/** @param judged the parameters of each channel that is judged */
export function expectedFalseAlarms(
  judged: readonly Parameters[],
  together: boolean,
  rateHz: number,
): FalseAlarms | null {
  if (rateHz === 0) return null;
  const rates = judged.map(rateOf);
  const sum = rates.reduce((all, rate) => all + rate, 0);
  const perHour = rateHz * 3600;
  let agreeing = 0;
  for (const [i, rate] of rates.entries()) {
    // Another channel's alarm within a block before or after, if they come by chance.
    const window = 2 * (judged[i]?.block ?? 0);
    agreeing += rate * -Math.expm1(-(sum - rate) * window);
  }
  const ofTogether = together ? OF_TOGETHER : 0;
  return {
    channels: judged.length,
    perHour: (sum + ofTogether) * perHour,
    perHourWhenTwoAgree: (agreeing + ofTogether) * perHour,
  };
}

/** Watchers look once a block, or less. */
function rateOf({ drift, rhythm, block }: Parameters): number {
  const watches = drift > 0 || rhythm > 0;
  return OF_LEVEL + (watches ? (OF_WATCHERS * DEFAULT_PARAMETERS.block) / block : 0);
}
