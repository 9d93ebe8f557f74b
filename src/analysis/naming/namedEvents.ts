/** The events of a signal as a forest takes them, and those that the person has named. */
import { labelOn } from '../../detector/labelOn.ts';
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

/** The events that the person has named, each with the name that the list shows. */
export function trainingExamples(
  signal: Pick<Signal, 'judging'>,
  labels: readonly Label[],
): readonly (Example & { readonly event: EventDescription })[] {
  const byChannel = new Map<number, Label[]>();
  for (const label of labels) {
    const its = byChannel.get(label.channel);
    if (its) its.push(label);
    else byChannel.set(label.channel, [label]);
  }
  return describedEvents(signal).flatMap((event) => {
    const label = labelOn(byChannel.get(event.channel) ?? [], event);
    return label ? { event, features: event.features, name: label.name } : [];
  });
}
