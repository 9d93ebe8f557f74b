/** An event's id says where it begins, so that it keeps it when the history is judged anew. */
import type { AnomalyEvent } from '../messages/findings.ts';

const CHANNELS_IN_ID = 64;

interface Place {
  readonly channel: number;
  /** Of the sample with which it begins. */
  readonly index: number;
}

export const idOf = ({ channel, index }: Place): number => index * CHANNELS_IN_ID + channel;

export const indexOf = ({ id }: AnomalyEvent): number => Math.floor(id / CHANNELS_IN_ID);

/** Where an event begins, by its id. */
export const placeOfEvent = (id: number): Place => ({
  channel: id % CHANNELS_IN_ID,
  index: Math.floor(id / CHANNELS_IN_ID),
});
