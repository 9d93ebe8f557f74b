/** What the browser's detectors say of single samples, as verdicts that events are gathered from. */
import { oldestTime } from '../../detector/collective.ts';
import { ALARM, COLLECTIVE, type Detector } from '../../detector/detector.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { type History, timeAt, valueAt } from '../../history/history.ts';
import { alarmMoment, type KeptMoments } from './alarmMoment.ts';
import { judgedAlarm } from './judgedSeries.ts';
import type { JudgingPlace } from './judging.ts';

/**
 * Takes a verdict with at least one bit while its details stand in the detector.
 *
 * @param isLive the sample has just come
 */
export type TakeVerdict = (
  channel: number,
  detector: Detector,
  index: number,
  bits: number,
  isLive: boolean,
) => void;

export function createVerdictsAsEvents(around: {
  readonly history: History;
  readonly place: JudgingPlace;
  readonly moments: KeptMoments;
  readonly parametersOf: (channel: number) => Parameters | null;
}): TakeVerdict {
  const { history, place, moments, parametersOf } = around;
  return (channel, detector, index, bits, live) => {
    const timeMs = timeAt(history, index);
    const value = valueAt(history, channel, index);
    const parameters = parametersOf(channel);
    // What only goes on in an event is not what it came about by.
    if (parameters && (bits & (ALARM | COLLECTIVE)) !== 0) {
      moments.keep(index, alarmMoment(detector, parameters, { channel, timeMs, value, bits }));
    }
    const { judged, samples, endedBefore } = judgedAlarm(detector);
    const opens = (bits & ALARM) !== 0;
    let fromMs = timeMs;
    if (opens && judged) {
      fromMs = timeAt(history, Math.max(history.start, index - endedBefore - samples + 1));
    }
    if (bits & COLLECTIVE) fromMs = Math.min(fromMs, oldestTime(detector.outlierTimes));
    place.events.add('browser', {
      channel: place.firstChannel + channel,
      index: place.firstIndex + index,
      timeMs,
      value,
      bits,
      deviation: detector.deviation,
      probability: detector.probability,
      block: detector.block,
      fromMs,
      cause: opens ? detector.cause : 'level',
      judged: opens ? judged : null,
      odd: place.odd(),
      live,
    });
  };
}
