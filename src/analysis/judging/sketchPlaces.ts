/**
 * Where the channels of a sketch stand in its signal. Each link counts names anew, in the order in
 * which they come; a signal keeps the places that it has once given.
 */
import type { Channel } from '../messages/findings.ts';

export interface SketchPlaces {
  /** Those of the signal, and behind them what is new to it. */
  readonly channels: readonly Channel[];
  /** A row in the order of the link as one in the order of the signal; NaN where it has no value. */
  inPlace(values: ArrayLike<number>): ArrayLike<number>;
}

/** Null when none of the names goes on: then it is another sketch. */
export function placesOf(
  before: readonly Channel[],
  link: readonly Channel[],
): SketchPlaces | null {
  const byName = new Map(before.map(({ name }, place) => [name, place]));
  if (!link.some(({ name }) => byName.has(name))) return null;
  const channels = [...before];
  const places = link.map((channel) => {
    const known = byName.get(channel.name);
    if (known !== undefined) return known;
    channels.push(channel);
    return channels.length - 1;
  });
  const isInOrder = places.every((place, at) => place === at) && places.length === channels.length;
  const row = new Float64Array(channels.length);
  return {
    channels,
    inPlace(values) {
      if (isInOrder) return values;
      row.fill(Number.NaN);
      for (const [at, place] of places.entries()) row[place] = values[at] ?? Number.NaN;
      return row;
    },
  };
}
