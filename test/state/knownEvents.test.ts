import { expect, it } from 'vitest';
import { withNews } from '../../src/state/knownEvents.ts';
import { anEvent } from './world.ts';

const times = (events: readonly { readonly fromMs: number }[]) =>
  events.map(({ fromMs }) => fromMs);

it('events stand in the order of time, in whatever order they are told', () => {
  const events = Array.from({ length: 40 }, (_, id) => anEvent(id));
  const inTurns = [...events.slice(20), ...events.slice(5, 20), ...events.slice(0, 5)];
  let known = withNews([], inTurns.slice(0, 7), 100);
  for (let i = 7; i < 40; i += 7) known = withNews(known, inTurns.slice(i, i + 7), 100);
  expect(known).toHaveLength(40);
  expect(times(known)).toEqual(times(events));
});

it('an event that has grown stands once, where it begins now', () => {
  const known = withNews([], [anEvent(1), anEvent(2), anEvent(3)], 100);
  const grown = { ...anEvent(3), fromMs: anEvent(1).fromMs - 1, outliers: 9 };
  const after = withNews(known, [grown], 100);
  expect(after.map(({ id, outliers }) => [id, outliers])).toEqual([
    [3, 9],
    [1, 3],
    [2, 3],
  ]);
});

it('of more than are kept the oldest go', () => {
  const events = Array.from({ length: 10 }, (_, id) => anEvent(id));
  expect(withNews(events.slice(0, 9), events.slice(9), 5)).toEqual(events.slice(5));
});
