import { expect, it } from 'vitest';
import { createSequence } from '../../src/protocol/sequence.ts';

it('tells lost samples from a reboot, over the wrap of the numbers too', () => {
  const sequence = createSequence();
  const follow = (seq: number, boardMs: number) => sequence.follow(seq, boardMs);
  expect(follow(2 ** 30 - 2, 1000)).toEqual({ kind: 'next' });
  expect(follow(2 ** 30 - 1, 1020)).toEqual({ kind: 'next' });
  expect(follow(0, 1040)).toEqual({ kind: 'next' });
  expect(follow(4, 1120)).toEqual({ kind: 'lost', count: 3 });
  expect(follow(3, 1140)).toEqual({ kind: 'rebooted' });
  expect(follow(9, 20)).toEqual({ kind: 'rebooted' });
});

it('finds the sample of a verdict, but not across a break', () => {
  const sequence = createSequence();
  for (let seq = 10; seq < 20; seq++) sequence.follow(seq, seq);
  expect([19, 15, 10, 9, 20].map(sequence.samplesAgo)).toEqual([0, 4, 9, null, null]);
  sequence.follow(25, 25);
  expect([25, 19].map(sequence.samplesAgo)).toEqual([0, null]);
});
