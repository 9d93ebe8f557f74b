import { type BenchmarkSignal, gaussian, mulberry32 } from './benchmarkSignal.ts';

const SAMPLES = 10_000;
const SAMPLES_PER_TURN = 200;
const SPIKES = 20;
const FIRST_SPIKE = 500;

/**
 * A sine of amplitude 1, 200 samples a turn, with normal noise of standard deviation 0.1 and 20
 * spikes of ±5..10 at random places from sample 500 on.
 */
export function sineWithSpikes(seed: number): BenchmarkSignal {
  const random = mulberry32(seed);
  const values = Array.from(
    { length: SAMPLES },
    (_, i) => Math.sin((2 * Math.PI * i) / SAMPLES_PER_TURN) + 0.1 * gaussian(random),
  );
  const spikes = new Set<number>();
  while (spikes.size < SPIKES) {
    spikes.add(FIRST_SPIKE + Math.floor(random() * (SAMPLES - FIRST_SPIKE)));
  }
  for (const at of spikes) {
    const size = 5 + 5 * random();
    values[at] = (values[at] ?? 0) + (random() < 0.5 ? -size : size);
  }
  return { values, spikes };
}
