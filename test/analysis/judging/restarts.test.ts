import { expect, it } from 'vitest';
import { createRestarts, type Restarts } from '../../../src/analysis/judging/restarts.ts';

function restartsAt(...indexes: readonly number[]): Restarts {
  const restarts = createRestarts();
  for (const index of indexes) restarts.add(index);
  return restarts;
}

it('begins anew once for each restart that a run comes to', () => {
  const restarts = restartsAt(3, 3, 8);
  expect(restarts.next()).toBe(3);
  expect([2, 3, 3, 8, 8].map((cursor) => restarts.passes(cursor))).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
  expect(restarts.next()).toBe(Number.POSITIVE_INFINITY);
});

it('comes to all of them again when the run does, but for those of samples that are gone', () => {
  const restarts = restartsAt(3, 8);
  restarts.passes(3);
  restarts.passes(8);
  restarts.rewind(5);
  expect({ list: restarts.list(), next: restarts.next() }).toEqual({ list: [8], next: 8 });
});

it('forgets with the samples only what the run has passed', () => {
  const restarts = restartsAt(3, 8, 20);
  restarts.passes(3);
  restarts.samplesGivenUp(10);
  expect({ list: restarts.list(), next: restarts.next() }).toEqual({ list: [8, 20], next: 8 });
  restarts.passes(8);
  restarts.samplesGivenUp(10);
  expect({ list: restarts.list(), next: restarts.next() }).toEqual({ list: [20], next: 20 });
});

it('has an end, however often a board starts anew', () => {
  const restarts = createRestarts();
  for (let index = 0; index < 100_000; index++) {
    restarts.add(index);
    restarts.passes(index);
  }
  expect(restarts.list().length).toBeLessThan(20_000);
  expect(restarts.list().at(-1)).toBe(99_999);
});
