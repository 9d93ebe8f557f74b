/** Judges the samples of one channel, with the same verdicts, and describes its events on the way. */
import { ALARM } from '../../detector/detector.ts';
import { createOpenEvent, featuresOf } from '../../naming/eventFeatures.ts';
import { judgeEvents } from '../../naming/judgeEvents.ts';
import type { EventDescription } from './eventDescriptions.ts';
import { type JudgeSamples, overValues } from './judgeValues.ts';

export interface DescribingJudge {
  /** As `judgeRun`. @param firstIndex which sample of the signal stands at 0 of the runs to come */
  from(firstIndex: number): JudgeSamples;
}

/**
 * @param channel among those of the signal
 * @param areOnlyValues NaN is no value (`judgeValues`)
 * @param described takes each event that is over
 */
export function createDescribingJudge(
  channel: number,
  areOnlyValues: boolean,
  described: (description: EventDescription) => void,
): DescribingJudge {
  const event = createOpenEvent(channel);
  let first = 0;
  let openedAt = 0;
  let tell: (at: number, bits: number) => void = () => undefined;

  function told(at: number, bits: number): void {
    if (!event.isOpen && (bits & ALARM) !== 0) openedAt = first + at;
    tell(at, bits);
  }

  function isOver(at: number): void {
    const { firstMs, lastMs } = event;
    described({
      channel,
      index: openedAt,
      endIndex: first + at,
      fromMs: firstMs,
      toMs: lastMs,
      features: featuresOf(event),
    });
  }

  const judge: JudgeSamples = (detector, run, from, to, onVerdict) => {
    tell = onVerdict;
    judgeEvents(detector, event, run, from, to, told, isOver);
  };

  const judgeSamples = areOnlyValues ? overValues(judge) : judge;
  return {
    from(firstIndex) {
      first = firstIndex;
      return judgeSamples;
    },
  };
}
