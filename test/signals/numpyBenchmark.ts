import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DEBIAN_PYTHON } from '../conformance/cpython.ts';
import type { BenchmarkSignal } from './benchmarkSignal.ts';

const SCRIPT = fileURLToPath(new URL('numpyBenchmark.py', import.meta.url));
const SAMPLES = 10_000;
const SPIKES = 50;

/**
 * The benchmark signal as its author would draw it, with numpy: seeds 0, 1, … as they come. Needs
 * Debian's Python with numpy; throws without.
 */
export function numpyBenchmarkSignals(seeds = 20): BenchmarkSignal[] {
  const { stdout, stderr, status } = spawnSync(DEBIAN_PYTHON, ['-B', SCRIPT, String(seeds)], {
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`numpy is needed: ${stderr}`);
  const doubles = new Float64Array(stdout.buffer.slice(stdout.byteOffset), 0, stdout.length / 8);
  return Array.from({ length: seeds }, (_, seed) => {
    const from = seed * (SAMPLES + SPIKES);
    return {
      values: [...doubles.subarray(from, from + SAMPLES)],
      spikes: new Set(doubles.subarray(from + SAMPLES, from + SAMPLES + SPIKES)),
    };
  });
}
