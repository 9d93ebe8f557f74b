import { gaussian, mulberry32 } from './benchmarkSignal.ts';

/** Draws one sample, in the unit said at each noise. */
type Draw = (random: () => number) => number;

function noise(seed: number, samples: number, draw: Draw): number[] {
  const random = mulberry32(seed);
  return Array.from({ length: samples }, () => draw(random));
}

/** Independent samples of a normal distribution, in standard deviations. */
export function gaussianNoise(seed: number, samples: number): number[] {
  return noise(seed, samples, gaussian);
}

/** Independent samples of a Laplace distribution around 0, in its scale; by inversion. */
export function laplaceNoise(seed: number, samples: number): number[] {
  return noise(seed, samples, (random) => {
    const size = -Math.log(1 - random());
    return random() < 0.5 ? -size : size;
  });
}

/** Independent samples of Student's t with three degrees of freedom; a normal over a chi. */
export function studentT3Noise(seed: number, samples: number): number[] {
  return noise(seed, samples, (random) => {
    const chi = Math.hypot(gaussian(random), gaussian(random), gaussian(random));
    return gaussian(random) / (chi / Math.sqrt(3));
  });
}

/** Independent samples spread evenly over -1..1. */
export function uniformNoise(seed: number, samples: number): number[] {
  return noise(seed, samples, (random) => 2 * random() - 1);
}

/** Normal noise of one standard deviation as a converter with steps that wide reads it. */
export function quantisedNoise(seed: number, samples: number): number[] {
  return noise(seed, samples, (random) => Math.round(gaussian(random)));
}
