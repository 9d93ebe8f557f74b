/** Judging a run of samples and gathering what its events were like. */
import { ALARM, type Detector } from '../detector/detector.ts';
import { judgeToAlarm } from '../detector/judge.ts';
import type { Run } from '../detector/run.ts';
import { type OpenEvent, takeSample } from './eventFeatures.ts';

/**
 * As `judgeRun`, with the same verdicts. `onEvent` is called at the sample with which an event is
 * over; its numbers stand in `event` until the next alarm.
 */
export function judgeEvents(
  detector: Detector,
  event: OpenEvent,
  run: Run,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
  onEvent: (at: number) => void,
): void {
  for (let at = from; at < to; ) {
    // While there is an event each sample is looked at.
    const end = judgeToAlarm(detector, run, at, event.isOpen ? at + 1 : to, onVerdict);
    const last = end - 1;
    at = end;
    if (!event.isOpen && (detector.verdict & ALARM) === 0) continue;
    const isOver = takeSample(event, detector, run.time[last] ?? 0, run.value[last] ?? Number.NaN);
    if (isOver) onEvent(last);
  }
}
