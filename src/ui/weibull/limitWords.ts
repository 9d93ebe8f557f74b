/** Which of γ and δ sets the limit, and how seldom it is reached, in words. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import type { WeibullReport } from '../../analysis/messages/judgingMessages.ts';
import { returnPeriodMs } from '../../detector/returnLevel.ts';
import { formatAbout, formatMeasured, formatParameter } from '../format.ts';

/** Past so many blocks a fit to a handful of maxima says no more than "hardly ever". */
const FAR_OFF_BLOCKS = 1e6;

/** Null while there is no fit. */
export function limitWords({
  weibull,
  gamma,
  delta,
  level,
}: Pick<FitReport, 'weibull' | 'gamma' | 'delta' | 'level'>): string | null {
  if (!weibull) return null;
  const [bound, q] = [formatParameter(gamma), formatMeasured(weibull.q, 3)];
  if (gamma >= weibull.q) {
    return `With γ ${bound} the limit is γ; below ${q} it would be the Weibull’s.`;
  }
  const reached = formatLevel(level);
  return `With δ ${formatParameter(delta)} the limit is the Weibull’s, ${q} σ (its curve at ${reached}); with γ above that, γ.`;
}

/**
 * How often a deviation as large is to be expected; null where the rate is not known.
 *
 * @param deviation in σ
 * @param block samples a block
 */
export function onceInWords(
  deviation: number,
  weibull: WeibullReport,
  block: number,
  periodMs: number | null,
): string | null {
  if (periodMs === null) return null;
  const size = `A deviation as large as ${formatMeasured(Math.abs(deviation), 3)} σ`;
  const everyMs = returnPeriodMs(Math.abs(deviation), weibull, block, periodMs);
  const farOffMs = FAR_OFF_BLOCKS * block * periodMs;
  if (everyMs > farOffMs)
    return `${size}: less than once in ${formatAbout(farOffMs)} at this rate.`;
  if (everyMs < 2 * block * periodMs) return `${size}: in most blocks.`;
  return `${size}: once in ${formatAbout(everyMs)} at this rate.`;
}

/** A level near 1 with as many digits as tell it from 1: `.992`. */
export function formatLevel(level: number): string {
  const digits = Math.max(2, Math.ceil(-Math.log10(1 - level)));
  return level.toFixed(Math.min(digits, 15)).replace(/^0/, '');
}
