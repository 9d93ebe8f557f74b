import { describe, expect, it } from 'vitest';
import {
  INJECTIONS,
  type Injection,
  MICROPYTHON_MACHINES,
} from '../../src/board/virtualMachines.ts';
import { atDesk } from '../thoroughness.ts';
import { type BenchBoard, micropython, openBoard } from './openBoard.ts';

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

  it.skipIf(atDesk)('step: an alarm and a lasting shift, which a second one takes back', () => {
    const board = learned();
    const before = mean(values(board.run(500), 0));
    board.inject('step');
    const lines = board.run(1500);
    expect(verdicts(lines, 0)[0]).toBe('oa');
    expect(mean(values(lines, 0)) - before).toBeGreaterThan(3);
    board.inject('step');
    expect(Math.abs(mean(values(board.run(500), 0)) - before)).toBeLessThan(0.2);
  });

  it.skipIf(atDesk)('drift: both channels climb slowly for 20 s, then return', () => {
    const board = learned();
    board.inject('drift');
    const lines = board.run(1000);
    for (const [channel, least] of [1, 2].entries()) {
      const samples = values(lines, channel);
      expect(mean(samples.slice(-100)) - mean(samples.slice(0, 100))).toBeGreaterThan(least);
    }
    expect(mean(values(board.run(500), 0))).toBeLessThan(0.2);
  });

  it('flat: the same values for 8 s', () => {
    const board = learned();
    board.inject('flat');
    const samples = values(board.run(401), 0);
    expect(new Set(samples.slice(0, 399)).size).toBe(1);
    expect(new Set(values(board.run(20), 0)).size).toBeGreaterThan(10);
  });

  it.each([
    ['machine', 'simulated', 'Simulated'],
    ['pump', 'pump', 'Pump'],
  ] as const)(
    '%s: knows the same injections as the host offers, and refuses others',
    (machine, file, name) => {
      openBoard({ machine });
      micropython.runPython(`import ${file}`);
      const kinds: unknown = Reflect.get(Object(micropython.pyimport(file)), 'KINDS');
      expect([...(kinds as Iterable<string>)]).toEqual([...INJECTIONS[machine]]);
      expect(() => micropython.runPython(`${file}.${name}().inject("fire")`)).toThrow(/ValueError/);
    },
  );

  it.each(MICROPYTHON_MACHINES)(
    '%s: the same seed gives the same signal, however late the board is asked',
    (machine) => {
      const signal = (late: (nth: number) => number) => {
        const board = openBoard({ machine, seed: 7 });
        for (let i = 0, tMs = 0; i < 300; i++) tMs += Math.max(1, board.turn(tMs)) + late(i);
        return board.lines().filter((line) => line.startsWith('s'));
      };
      const inTime = signal(() => 0);
      expect(signal(() => 3)).toEqual(inTime);
      expect(signal((i) => (i % 100 === 50 ? 600 : 0))).toEqual(inTime);
    },
  );
});

describe('the pump', () => {
  /** Pressure in the cycles of two seconds after it has learned 20 s and something was asked for. */
  function cycles(injection: Injection): number[][] {
    const board = openBoard({ machine: 'pump', seed: 3 });
    board.run(1010);
    board.inject(injection);
    const samples = values(board.run(690), 0);
    return Array.from({ length: 6 }, (_, i) => samples.slice(90 + 100 * i, 190 + 100 * i));
  }
  const highest = (samples: readonly number[] = []) => Math.max(...samples);

  it('tells its cycle to the detector, where nothing else was saved', () => {
    const board = openBoard({ machine: 'pump' });
    expect(board.lines().find((line) => line.startsWith('p,'))).toContain(',season=2000,bins=100');
    board.ask('set season=0');
    board.ask('save');
    const again = openBoard({ machine: 'pump', savedFiles: board.savedFiles() });
    expect(again.lines().find((line) => line.startsWith('p,'))).toContain(',season=0,');
  });

  it('missed: the next stroke alone is left out', () => {
    const [odd, next] = cycles('missed');
    expect(highest(odd)).toBeLessThan(1.5);
    expect(highest(next)).toBeGreaterThan(3.8);
  });

  it.skipIf(atDesk)('weak: the next stroke alone has half its size', () => {
    const [odd, next] = cycles('weak');
    expect(highest(odd)).toBeGreaterThan(2.5);
    expect(highest(odd)).toBeLessThan(3);
    expect(highest(next)).toBeGreaterThan(3.8);
  });

  it.skipIf(atDesk)('late: the next stroke alone comes half a cycle late', () => {
    const [odd, next] = cycles('late');
    expect(highest(odd?.slice(0, 50))).toBeLessThan(1.5);
    expect(highest(odd?.slice(50))).toBeGreaterThan(3.8);
    expect(highest(next?.slice(0, 50))).toBeGreaterThan(3.8);
  });

  it.skipIf(atDesk)('stuck: nothing moves for 8 s but the ripple, then it goes on in time', () => {
    const later = cycles('stuck');
    // It stuck 200 ms into a stroke: open.
    for (const cycle of later.slice(0, 3)) expect(Math.min(...cycle)).toBeGreaterThan(3.5);
    const after = later[5];
    expect(Math.min(...(after ?? []))).toBeLessThan(1.5);
    expect(highest(after)).toBeGreaterThan(3.8);
  });
});
