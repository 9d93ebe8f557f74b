/** δ and the fitted curve in terms a person can weigh. */
import { type WeibullCurve, weibullCdf } from './weibull.ts';

/** The level on the curve of one block's maximum that δ stands for: δ^(1/blocks). */
export function horizonLevel(delta: number, blocks: number): number {
  return delta ** (1 / blocks);
}

/**
 * How often a deviation as large as `d` (in σ) is to be expected at this rate, if nothing changes:
 * the mean time between blocks whose maximum reaches it, in ms. Infinity = never, by this curve.
 *
 * @param block samples a block
 * @param periodMs between samples
 */
export function returnPeriodMs(
  d: number,
  curve: WeibullCurve,
  block: number,
  periodMs: number,
): number {
  return (block * periodMs) / (1 - weibullCdf(d, curve));
}
