/** How much two events are like each other, by their numbers. */
import { FEATURES, type FeatureName, PLAIN_FEATURES } from './featureTable.ts';

/** Where and by what it was raised is another question; its time tells no more than its samples. */
const LEFT_OUT: readonly FeatureName[] = ['channel', 'cause', 'lasted'];

const COMPARED = FEATURES.slice(0, PLAIN_FEATURES).flatMap(({ name }, place) =>
  LEFT_OUT.includes(name) ? [] : [place],
);

/**
 * How far apart two events are: 0 the same, 1 nothing in common. The mean of the features’
 * differences, each as a share of both, plus one unit, for near 0 everything is noise.
 */
export function distanceOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (const place of COMPARED) {
    const p = a[place] ?? 0;
    const q = b[place] ?? 0;
    sum += Math.abs(p - q) / (Math.abs(p) + Math.abs(q) + 1);
  }
  return sum / COMPARED.length;
}
