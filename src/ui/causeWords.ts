/** Why an alarm came about, and how improbable a sample is, in words. */

import type { JudgedSeries } from '../analysis/messages/judgingMessages.ts';
import type { Cause } from '../detector/detector.ts';
import { spoken } from '../language/spoken.ts';
import { formatCount, formatDuration, formatMeasured } from './format.ts';

const WORDS = spoken({
  en: {
    drift: 'The level of a whole block lies further off than its limit.',
    driftBy: (limits: string) =>
      `The level of the last block is ${limits} limits away from the 256 before.`,
    rhythm: 'The signal stayed on one side of its mean for an unusual time.',
    notJudged: 'The board flagged it; this browser has not judged it.',
    fromMean: (far: string) => `${far}\u00a0σ from the mean.`,
    limitWas: (far: string, limit: string) => `${far}\u00a0σ; the limit was ${limit}\u00a0σ.`,
    samples: (count: string) => `${count} samples`,
    notCrossed: (now: string, usually: string) =>
      `Has not crossed its mean for ${now}, usually ${usually}.`,
    crossed: (now: string, usually: string) => `Crossed its mean after ${now}, usually ${usually}.`,
    oneIn: (count: string) => `1 in ${count}`,
    beyond: (count: string) => `beyond 1 in ${count}`,
  },
  pt: {
    drift: 'O nível de um bloco inteiro está além do seu limite.',
    driftBy: (limits) =>
      `O nível do último bloco está a ${limits} limites de distância dos 256 anteriores.`,
    rhythm: 'O sinal ficou de um lado da média por um tempo incomum.',
    notJudged: 'A placa sinalizou isto; este navegador não o julgou.',
    fromMean: (far) => `${far}\u00a0σ de distância da média.`,
    limitWas: (far, limit) => `${far}\u00a0σ; o limite era ${limit}\u00a0σ.`,
    samples: (count) => `${count} amostras`,
    notCrossed: (now, usually) => `Não cruza a média há ${now}; o habitual é ${usually}.`,
    crossed: (now, usually) => `Cruzou a média depois de ${now}; o habitual é ${usually}.`,
    oneIn: (count) => `1 em ${count}`,
    beyond: (count) => `menos de 1 em ${count}`,
  },
});

export interface CauseFacts {
  readonly cause: Cause;
  /** Null where the cause is `level`. */
  readonly judged: JudgedSeries | null;
  /** Of the sample from the mean, in σ; null where the browser has not judged it. */
  readonly deviation: number | null;
  /** In σ; null where it is not known any more. */
  readonly limit: number | null;
  /** Between two samples; null where the rate is not known. */
  readonly periodMs: number | null;
}

/** One sentence: what was judged, and against what. */
export function causeSentence(facts: CauseFacts): string {
  const { cause, judged, periodMs } = facts;
  switch (cause) {
    case 'level':
      return levelSentence(facts);
    case 'drift':
      if (!judged) return WORDS.drift;
      return WORDS.driftBy(limitsAway(judged));
    case 'rhythm':
      if (!judged) return WORDS.rhythm;
      return rhythmSentence(judged, periodMs);
    default:
      return cause satisfies never;
  }
}

function levelSentence({ deviation, limit }: CauseFacts): string {
  if (deviation === null) return WORDS.notJudged;
  const far = formatMeasured(Math.abs(deviation), 3);
  return limit === null ? WORDS.fromMean(far) : WORDS.limitWas(far, formatMeasured(limit, 3));
}

function rhythmSentence({ value, center }: JudgedSeries, periodMs: number | null): string {
  const long = (samples: number): string =>
    periodMs === null ? WORDS.samples(formatCount(samples)) : formatDuration(samples * periodMs);
  return value >= center
    ? WORDS.notCrossed(long(value), long(center))
    : WORDS.crossed(long(value), long(center));
}

/** How many times as far as its limit a value lies from what is usual; runs by their logarithm. */
export function limitsAway({ of, value, center, limit }: JudgedSeries): string {
  const scale = of === 'rhythm' ? Math.log : (x: number) => x;
  const room = Math.abs(scale(limit) - scale(center));
  const distance = Math.abs(scale(value) - scale(center));
  return formatMeasured(room === 0 ? Number.POSITIVE_INFINITY : distance / room, 2);
}

/** A probability nearer to 1 than this is beyond what numbers of 64 bits can tell. */
const LEAST_REST = 1e-15;

/** How seldom a block's largest deviation reaches this far: `1 in 10⁶`. */
export function rarityWords(probability: number): string {
  if (!(probability > 0)) return '–';
  const rest = 1 - probability;
  if (rest < LEAST_REST) return WORDS.beyond(tenTo(15));
  const count = 1 / rest;
  if (count < 10) return WORDS.oneIn(formatMeasured(count, 2));
  return count < 10_000
    ? WORDS.oneIn(formatCount(count))
    : WORDS.oneIn(tenTo(Math.floor(Math.log10(count))));
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function tenTo(exponent: number): string {
  return `10${[...String(exponent)].map((digit) => RAISED[Number(digit)] ?? '').join('')}`;
}

/** Between two samples, no finer than a rate is known; null where it is not. */
export function periodMsOf(health: { readonly rateHz: number } | null): number | null {
  const rateHz = health?.rateHz ?? 0;
  return rateHz > 0 ? Number((1000 / rateHz).toPrecision(2)) : null;
}
