/** Which events the person may want to give the name of one. */
import { labelOn } from '../../detector/labelOn.ts';
import { FEATURES } from '../../naming/featureTable.ts';
import { distanceOf } from '../../naming/likeness.ts';
import type { EventDescription } from '../judging/eventDescriptions.ts';
import { placeOfEvent } from '../judging/eventId.ts';
import type { Signal } from '../judging/signal.ts';
import type { AlikeEvents } from '../messages/alikeMessages.ts';
import type { Label } from '../messages/studyMessages.ts';
import { trainingExamples } from './namedEvents.ts';

/** Events further apart are not alike; on the virtual machine that finds four of five, 98 of 100 right. */
const FARTHEST = 0.2;
/** So many examples of the name, and of all others, are compared with: the newest. */
const MOST_EXAMPLES = 200;
const CAUSE = FEATURES.findIndex(({ name }) => name === 'cause');

export const NOT_DESCRIBED: AlikeEvents = { kind: 'not-described' };

/**
 * The listed events without a name that are like an event, or like others of its name, and less like
 * any of another name; of the same channel and cause. The nearest first.
 *
 * @param id of the event
 */
export function alikeEvents(
  signal: Pick<Signal, 'judging'>,
  labels: readonly Label[],
  id: number,
): AlikeEvents {
  const { descriptions, events } = signal.judging;
  const { channel, index } = placeOfEvent(id);
  const its = descriptions.find(channel, index);
  if (!its) return NOT_DESCRIBED;
  const name = labelOn(labels, its)?.name ?? null;
  const examples = trainingExamples(signal, labels);
  const named = (isIts: boolean) =>
    examples
      .filter((one) => (one.name === name) === isIts)
      .slice(-MOST_EXAMPLES)
      .map(({ event }) => event);
  const same = [its, ...named(true)];
  const others = named(false);
  const isComparable = (one: EventDescription) =>
    one.channel === channel && one.features[CAUSE] === its.features[CAUSE];
  const nearest = (one: EventDescription, to: readonly EventDescription[]) =>
    to.reduce(
      (least, other) =>
        isComparable(other) ? Math.min(least, distanceOf(one.features, other.features)) : least,
      Number.POSITIVE_INFINITY,
    );
  const found = new Map<EventDescription, number>();
  for (const one of descriptions.all()) {
    if (one === its || !isComparable(one) || labelOn(labels, one)) continue;
    const away = nearest(one, same);
    if (away < FARTHEST && away < nearest(one, others)) found.set(one, away);
  }
  const alike = events.all().flatMap((event) => {
    const place = placeOfEvent(event.id);
    if (event.id === id || place.channel !== channel || labelOn(labels, event)) return [];
    const described = descriptions.find(place.channel, place.index);
    const away = described && found.get(described);
    return away === undefined || away === null ? [] : { id: event.id, away };
  });
  alike.sort((a, b) => a.away - b.away);
  return { kind: 'found', ids: alike.map((one) => one.id) };
}
