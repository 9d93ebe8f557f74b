import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED, thorough } from '../thoroughness.ts';
import { withSum } from './lineSum.ts';
import { micropython, openBoard } from './openBoard.ts';

describe('garbage on the line', () => {
  it('never stops the sampling, whatever the bytes and however they are cut up', () => {
    const bytes = fc.uint8Array({ maxLength: 700 });
    const nearlyCommands = fc
      .tuple(
        fc.constantFrom('set', 'get', 'hello', 'save', 'restart', 'ping', 'start', 'S'),
        fc.string({ maxLength: 8 }),
        fc.constantFrom('gamma', 'block', 'tail', 'memory', 'x'),
        fc.oneof(fc.double().map(String), fc.string({ maxLength: 8 })),
        fc.constantFrom('\n', '\r\n', '*00\n', '*\n', ''),
      )
      .map(([op, id, name, value, end]) =>
        new TextEncoder().encode(`${op},${id},${name}=${value}${end}`),
      );
    fc.assert(
      fc.property(fc.array(fc.oneof(bytes, nearlyCommands), { maxLength: 8 }), (chunks) => {
        const board = openBoard();
        board.lines();
        let now = 0;
        for (const chunk of chunks) {
          board.feed(chunk);
          // Every line that the board sends is whole and summed right: lines() checks it.
          board.lines();
          now += 4_000_000;
          expect(board.turn(now)).toBeGreaterThan(0);
          expect(board.lines().some((line) => line.startsWith('s,'))).toBe(true);
        }
        board.feed(new TextEncoder().encode('\n'));
        board.lines();
        expect(board.ask(withSum('ping,77'))).toEqual(['r,77,ok']);
      }),
      { numRuns: thorough(6, 60), seed: SEED },
    );
  });

  it('takes every value of a byte', () => {
    const board = openBoard();
    board.lines();
    board.feed(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    board.feed(Uint8Array.of(10));
    expect(board.lines().every((line) => line.startsWith('r,,error,parse,,'))).toBe(true);
    expect(board.ask('ping 3')).toEqual(['r,3,ok']);
  });

  it('even a fault of the firmware itself in a command is answered, and sampling goes on', () => {
    const board = openBoard();
    board.run(1);
    micropython.runPython(`
import application
def broken(pairs):
    return pairs[99]
application.changes = broken
`);
    expect(board.ask('set 4 gamma=3')[0]).toMatch(/^r,4,error,io,,IndexError/);
    expect(board.run(1)[0]).toMatch(/^s,1,/);
  });
});
