/** The GEV fit in sentences. */
import { type GevReport, returnPeriodBlocks } from '../../detector/gev.ts';
import { formatAbout, formatCount, formatMeasured } from '../format.ts';

/** Past this many blocks a fit to a few dozen of them says no more than "hardly ever". */
const FAR_OFF_BLOCKS = 1e6;

/** Which family the data support, and on what grounds. */
export function familyWords(gev: GevReport): string {
  const shape = `κ = ${formatMeasured(gev.shape, 3)} ± ${formatMeasured(gev.shapeError, 3)}`;
  switch (gev.family) {
    case 'Gumbel':
      return `The data support: Gumbel (${shape} does not exclude 0).`;
    case 'Fréchet':
      return `The data support: Fréchet, heavy tails (${shape} lies above 0).`;
    case 'reversed Weibull':
      return `The data support: reversed Weibull, bounded tails (${shape} lies below 0).`;
    default:
      return gev.family satisfies never;
  }
}

/**
 * How often a deviation (in σ) or a larger one is expected.
 *
 * @param block samples per block
 * @param rateHz samples per second; 0 when not known: then no time is given
 */
export function returnLevelWords(
  deviation: number,
  gev: GevReport,
  block: number,
  rateHz: number,
): string {
  const blocks = returnPeriodBlocks(deviation, gev);
  const what = `a deviation of ${formatMeasured(deviation, 3)} σ or more`;
  if (blocks > FAR_OFF_BLOCKS) {
    return `${what} is expected less than once in ${formatCount(FAR_OFF_BLOCKS)} blocks: it does not belong to this distribution.`;
  }
  if (blocks < 2) return `${what} is expected in most blocks.`;
  const time =
    rateHz > 0 ? ` (about ${formatAbout((1000 * blocks * block) / rateHz)} at this rate)` : '';
  return `${what} is expected once in ${formatCount(blocks)} blocks${time}.`;
}
