/** When a run of the signal is overdue: an exponential, which most runs are to end without. */
import { expect, it } from 'vitest';
import { compiledForHost, hasTool, runTool } from './compile.ts';

it.skipIf(!hasTool('g++'))(
  'what a deadline is first taken for is below it, and near enough that few runs need the exponential',
  () => {
    const said = runTool(compiledForHost('hostDeadlines.cpp', ['-O2']), []);
    const [least = 0, most = 0] = said.trim().split(' ').map(Number);
    // A board's exponential may be off by a millionth.
    expect(most).toBeLessThan(0.99999);
    expect(most).toBeGreaterThan(0.9999);
    expect(least).toBeGreaterThan(16 / 17);
  },
);
