import { describe, expect, it } from 'vitest';
import { INJECTIONS } from '../../src/board/micropythonBoard.ts';
import { thorough } from '../thoroughness.ts';
import { type BenchBoard, micropython, openBoard } from './openBoard.ts';

const MINUTES = thorough(3, 10);

/** Kinds of the board's verdicts on a channel, in order. */
function verdicts(lines: readonly string[], channel: number): string[] {
  return lines
    .filter((line) => line.startsWith('e'))
    .map((line) => line.split(','))
    .filter((fields) => fields[3] === String(channel))
    .map((fields) => fields[4] ?? '');
}

function values(lines: readonly string[], channel: number): number[] {
  return lines
    .filter((line) => line.startsWith('s'))
    .map((line) => Number(line.split(',')[3 + channel]));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

/** A board that has learned the machine for 20 s. */
function learned(): BenchBoard {
  const board = openBoard({ seed: 3 });
  board.run(1000);
  return board;
}

describe('the simulated machine', () => {
  it.each([
    [20, 1],
    [100, 2],
  ])(
    `raises less than 3 alarms in ${MINUTES} minutes a channel by itself (every %d ms)`,
    (periodMs, seed) => {
      const board = openBoard({ periodMs, seed });
      const lines = board.run((MINUTES * 60_000) / periodMs);
      for (const channel of [0, 1]) {
        const alarms = verdicts(lines, channel).filter((kind) => kind.includes('a'));
        expect(alarms.length).toBeLessThan(3);
      }
    },
  );

  it('repeats itself with the same seed and differs with another', () => {
    const run = (seed: number) => openBoard({ seed }).run(50).join('\n');
    expect(run(5)).toBe(run(5));
    expect(run(5)).not.toBe(run(6));
  });

  it('gives g with 4 decimals and degC with 3, never so coarse that a fit is a step', () => {
    const lines = openBoard().run(400);
    for (const line of lines.filter((l) => l.startsWith('s'))) {
      expect(line).toMatch(/^s,\d+,\d+,-?\d+(\.\d{1,4})?,\d+(\.\d{1,3})?$/);
    }
    expect(lines.filter((line) => line.startsWith('f') && line.includes('inf'))).toEqual([]);
  });

  it('spike: one outlier, an alarm', () => {
    const board = learned();
    board.inject('spike');
    expect(verdicts(board.run(200), 0)).toEqual(['oa']);
  });

  it('burst: one alarm and a collective anomaly', () => {
    const board = learned();
    board.inject('burst');
    const kinds = verdicts(board.run(200), 0);
    expect(kinds.filter((kind) => kind.includes('a'))).toHaveLength(1);
    expect(kinds.some((kind) => kind.includes('c'))).toBe(true);
  });

  it('step: an alarm and a lasting shift, which a second one takes back', () => {
    const board = learned();
    const before = mean(values(board.run(500), 0));
    board.inject('step');
    const lines = board.run(1500);
    expect(verdicts(lines, 0)[0]).toBe('oa');
    expect(mean(values(lines, 0)) - before).toBeGreaterThan(3);
    board.inject('step');
    expect(Math.abs(mean(values(board.run(500), 0)) - before)).toBeLessThan(0.2);
  });

  it('drift: both channels climb slowly for 20 s, then return', () => {
    const board = learned();
    board.inject('drift');
    const lines = board.run(1000);
    for (const [channel, least] of [1, 2].entries()) {
      const samples = values(lines, channel);
      expect(mean(samples.slice(-100)) - mean(samples.slice(0, 100))).toBeGreaterThan(least);
    }
    expect(mean(values(board.run(500), 0))).toBeLessThan(0.2);
  });

  it('flat: the same values for 5 s', () => {
    const board = learned();
    board.inject('flat');
    const samples = values(board.run(251), 0);
    expect(new Set(samples.slice(0, 249)).size).toBe(1);
    expect(new Set(values(board.run(20), 0)).size).toBeGreaterThan(10);
  });

  it('knows the same injections as the host offers, and refuses others', () => {
    openBoard();
    micropython.runPython('import simulated');
    const kinds: unknown = Reflect.get(Object(micropython.pyimport('simulated')), 'KINDS');
    expect([...(kinds as Iterable<string>)]).toEqual([...INJECTIONS]);
    expect(() => micropython.runPython('simulated.Simulated().inject("fire")')).toThrow(
      /ValueError/,
    );
  });
});
