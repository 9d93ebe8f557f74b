import { describe, expect, it } from 'vitest';
import { thorough } from '../thoroughness.ts';
import { withSum } from './lineSum.ts';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

/** How many bytes the board is fed; TIDEMARK_FUZZ_BYTES=10000000 for the long run. */
const BYTES = Number(process.env.TIDEMARK_FUZZ_BYTES ?? thorough(200_000, 1_000_000));
const FLOOD = thorough(300_000, 1_000_000);
const SEED = 20_240_817;

/** Uniform in 0..1, the same each run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function heapInUse(): number {
  // It collects when it has returned.
  micropython.runPython('import gc\ngc.collect()');
  micropython.runPython('result = gc.mem_alloc()');
  return Number(pythonGlobal('result'));
}

describe('a flood of garbage with commands in it', () => {
  it(`of ${BYTES} bytes, and ${FLOOD} more at a time without an end of line: each whole command is answered, samples go on, the heap does not grow`, {
    timeout: 60_000 + BYTES / 20,
  }, () => {
    const random = generator(SEED);
    const below = (limit: number) => Math.floor(random() * limit);
    const board = openBoard({ seed: 3 });
    const encode = (text: string) => new TextEncoder().encode(text);
    const noise = (length: number, letter: () => number) => Uint8Array.from({ length }, letter);
    const garbage = [
      () => noise(below(400), () => below(256)),
      () => noise(below(400), () => 0),
      () => noise(below(400), () => 0x80 + below(128)),
      () => noise(below(400), () => 32 + below(95)),
      () => noise(below(2000), () => 0x61),
      () => noise(below(8), () => 13),
      () => encode(withSum(`set,${below(99)},gamma=${random() * 30}`).slice(below(20))),
      () => encode(`${withSum(`set,${below(99)},block=${below(9000)}`)}\n`),
      () => encode('save,1\nrestart\nstop*00\n*\n,,,=\n=,=\nset,=,=\nhello,'),
    ];
    const commands = ['ping', 'get', 'hello', 'start', 'set'];
    let fed = 0;
    let floods = 0;
    let asked = 0;
    let samples = 0;
    let settled = 0;
    let most = 0;
    let tMs = 0;
    board.lines();
    while (fed < BYTES) {
      const flood = fed > (2 * floods + 0.5) * Math.min(FLOOD, BYTES);
      const chunk = flood
        ? noise(FLOOD, () => below(256) | 32)
        : (garbage[below(garbage.length)]?.() ?? new Uint8Array());
      if (flood) floods += 1;
      for (let at = 0; at < chunk.length; ) {
        const size = flood ? 4096 : 1 + below(300);
        board.feed(chunk.subarray(at, at + size));
        at += size;
      }
      if (!flood) fed += chunk.length;
      board.lines();
      // A line end ends whatever the garbage left; what follows is a whole command.
      const op = commands[below(commands.length)] ?? 'ping';
      const id = `q${asked++}`;
      const body = op === 'set' ? `${op},${id},gamma=${1 + below(9)}` : `${op},${id}`;
      const line = encode(`\n${withSum(body)}\n`);
      const cut = below(line.length);
      board.feed(line.subarray(0, cut));
      board.feed(line.subarray(cut));
      fed += line.length;
      const answers = board.lines().filter((text) => text.startsWith(`r,${id},`));
      expect(answers).toEqual([`r,${id},ok`]);
      if (asked % 10 === 0) {
        board.ask('start');
        tMs += 4_000_000;
        board.turn(tMs);
        samples += board.lines().filter((text) => text.startsWith('s,')).length;
        expect(samples).toBe(asked / 10);
      }
      if (asked % 200 === 0) {
        // What a board holds depends on its parameters: these are its largest.
        board.ask('set maxima=64 outliers=64');
        const now = heapInUse();
        if (asked <= 400) settled = Math.max(settled, now);
        most = Math.max(most, now);
      }
    }
    expect(samples).toBeGreaterThan(50);
    // Strings of another length, the remembered commands and a line in progress: no more.
    expect(most - settled).toBeLessThan(16_384);
    process.stdout.write(
      `${fed} bytes and ${floods} floods, ${asked} commands, ${samples} samples, heap ${settled} to ${most}\n`,
    );
  });
});
