/** Which of γ and δ sets the limit, and how seldom it is reached, in words. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import type { WeibullReport } from '../../analysis/messages/judgingMessages.ts';
import { returnPeriodMs } from '../../detector/returnLevel.ts';
import { spoken } from '../../language/spoken.ts';
import { formatAbout, formatMeasured, formatParameter } from '../format.ts';

/** Past so many blocks a fit to a handful of maxima says no more than "hardly ever". */
export const FAR_OFF_BLOCKS = 1e6;

const WORDS = spoken({
  en: {
    byGamma: (gamma: string, q: string) =>
      `With γ ${gamma} the limit is γ; below ${q} it would be the Weibull’s.`,
    byWeibull: (delta: string, q: string, level: string) =>
      `With δ ${delta} the limit is the Weibull’s, ${q}\u00a0σ (its curve at ${level}); with γ above that, γ.`,
    hardlyEver: (deviation: string, time: string) =>
      `A deviation as large as ${deviation}\u00a0σ: less than once in ${time} at this rate.`,
    often: (deviation: string) => `A deviation as large as ${deviation}\u00a0σ: in most blocks.`,
    onceIn: (deviation: string, time: string) =>
      `A deviation as large as ${deviation}\u00a0σ: once in ${time} at this rate.`,
    /** @param digits as JavaScript writes them, from 0 to 1 */
    level: (digits: string) => digits.replace(/^0/, ''),
  },
  pt: {
    byGamma: (gamma, q) => `Com γ ${gamma} o limite é γ; abaixo de ${q} seria o da Weibull.`,
    byWeibull: (delta, q, level) =>
      `Com δ ${delta} o limite é o da Weibull, ${q}\u00a0σ (a curva em ${level}); com γ acima disso, γ.`,
    hardlyEver: (deviation, time) =>
      `Um desvio tão grande quanto ${deviation}\u00a0σ: menos de uma vez a cada ${time} a esta taxa.`,
    often: (deviation) => `Um desvio tão grande quanto ${deviation}\u00a0σ: na maioria dos blocos.`,
    onceIn: (deviation, time) =>
      `Um desvio tão grande quanto ${deviation}\u00a0σ: uma vez a cada ${time} a esta taxa.`,
    level: (digits) => digits.replace('.', ','),
  },
});

/** Null while there is no fit. */
export function limitWords({
  weibull,
  gamma,
  delta,
  level,
}: Pick<FitReport, 'weibull' | 'gamma' | 'delta' | 'level'>): string | null {
  if (!weibull) return null;
  const q = formatMeasured(weibull.q, 3);
  return gamma >= weibull.q
    ? WORDS.byGamma(formatParameter(gamma), q)
    : WORDS.byWeibull(formatParameter(delta), q, formatLevel(level));
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
  const size = formatMeasured(Math.abs(deviation), 3);
  const everyMs = returnPeriodMs(Math.abs(deviation), weibull, block, periodMs);
  const farOffMs = FAR_OFF_BLOCKS * block * periodMs;
  if (everyMs > farOffMs) return WORDS.hardlyEver(size, formatAbout(farOffMs));
  if (everyMs < 2 * block * periodMs) return WORDS.often(size);
  return WORDS.onceIn(size, formatAbout(everyMs));
}

/** A level near 1 with as many digits as tell it from 1: `.992`. */
export function formatLevel(level: number): string {
  const digits = Math.max(2, Math.ceil(-Math.log10(1 - level)));
  return WORDS.level(level.toFixed(Math.min(digits, 15)));
}
