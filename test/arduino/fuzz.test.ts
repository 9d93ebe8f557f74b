import { expect, it } from 'vitest';
import { atDesk } from '../thoroughness.ts';
import { compiledForHost, hasTool, runTool } from './compile.ts';

const BYTES = 10_000_000;

// Compiling with the sanitizers alone takes seconds.
it.skipIf(atDesk || !hasTool('g++'))(
  `a flood of ${BYTES} bytes of garbage touches no memory that is not its own, and every command is answered`,
  () => {
    const program = compiledForHost('hostFuzz.cpp', [
      '-O0',
      '-fsanitize=address,undefined',
      '-fno-sanitize-recover=all',
    ]);
    const [small, large, models] = runTool(program, [String(BYTES), '20261127']).split('\n');
    for (const line of [small, large]) {
      const [bytes, commands, samples] = (line ?? '').match(/\d+/g)?.map(Number) ?? [];
      expect(bytes).toBe(BYTES / 2);
      expect(commands).toBeGreaterThan(1000);
      expect(samples).toBe(Math.floor((commands ?? 0) / 4));
    }
    const [files = 0, taken = 0] = (models ?? '').match(/\d+/g)?.map(Number) ?? [];
    expect(files).toBe(BYTES / 50);
    expect(taken).toBeGreaterThan(0.03 * files);
    expect(taken).toBeLessThan(0.5 * files);
  },
);
