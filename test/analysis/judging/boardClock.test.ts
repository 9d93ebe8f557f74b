import { expect, it } from 'vitest';
import { createBoardClock } from '../../../src/analysis/judging/boardClock.ts';

const START = 1_700_000_000_000;

it('keeps the differences of board times, however late the bytes arrive', () => {
  const clock = createBoardClock();
  const delays = [0, 5, 90, 3000, 2000, 10, 0, 40];
  const times = delays.map((delay, i) => clock.wallMs(i * 20, START + i * 20 + delay));
  expect(times).toEqual(delays.map((_, i) => START + i * 20));
});

it('corrects a first sample that was late, without going backwards', () => {
  const clock = createBoardClock();
  expect(clock.wallMs(0, START + 500)).toBe(START + 500);
  expect(clock.wallMs(20, START + 20)).toBe(START + 500);
  expect(clock.wallMs(620, START + 620)).toBe(START + 620);
});

it('follows a slow board clock minute by minute, never further off than some seconds', () => {
  const clock = createBoardClock();
  const hour = 3_600_000;
  for (let wall = 0; wall < hour; wall += 1000) {
    const boardMs = wall * 0.99;
    expect(Math.abs(clock.wallMs(boardMs, START + wall) - (START + wall))).toBeLessThan(2500);
  }
});

it('starts over when the board does', () => {
  const clock = createBoardClock();
  clock.wallMs(500_000, START);
  clock.reset();
  expect(clock.wallMs(0, START + 4000)).toBe(START + 4000);
});
