/** The events of a signal as a forest takes them, and those that the person has named. */
import { reachOf } from '../../detector/scores.ts';
import type { EventDescription } from '../judging/eventDescriptions.ts';
import type { Signal } from '../judging/signal.ts';
import type { Label } from '../messages/studyMessages.ts';

/** What a forest learns from. */
export interface Example {
  readonly features: Float64Array;
  /** As the person called it. */
  readonly name: string;
}

/** Events of the browser's detectors that are over, oldest first for each channel. */
export const describedEvents = ({
  judging,
}: Pick<Signal, 'judging'>): readonly EventDescription[] => judging.descriptions.all();

/**
 * The events that a label of the person reaches, each with its name. Where labels of several names
 * reach one event, the newest of them counts.
 */
export function trainingExamples(
  signal: Pick<Signal, 'judging'>,
  labels: readonly Label[],
): readonly (Example & { readonly event: EventDescription })[] {
  const reaches = new Map<number, Label[]>();
  for (const label of labels) {
    const its = reaches.get(label.channel);
    if (its) its.push(reachOf(label));
    else reaches.set(label.channel, [reachOf(label)]);
  }
  return describedEvents(signal).flatMap((event) => {
    const found = reaches
      .get(event.channel)
      ?.findLast(({ fromMs, toMs }) => fromMs <= event.toMs && toMs >= event.fromMs);
    return found ? { event, features: event.features, name: found.name } : [];
  });
}
