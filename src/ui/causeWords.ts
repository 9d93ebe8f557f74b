/** Why an alarm came about, and how improbable a sample is, in words. */

import type { JudgedSeries } from '../analysis/messages/judgingMessages.ts';
import type { Cause } from '../detector/detector.ts';
import { formatCount, formatDuration, formatMeasured } from './format.ts';

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
      if (!judged) return 'The level of a whole block lies further off than its limit.';
      return `The level of the last block is ${limitsAway(judged)} limits away from the 256 before.`;
    case 'rhythm':
      if (!judged) return 'The signal stayed on one side of its mean for an unusual time.';
      return rhythmSentence(judged, periodMs);
    default:
      return cause satisfies never;
  }
}

function levelSentence({ deviation, limit }: CauseFacts): string {
  if (deviation === null) return 'The board flagged it; this browser has not judged it.';
  const far = `${formatMeasured(Math.abs(deviation), 3)} σ`;
  return limit === null
    ? `${far} from the mean.`
    : `${far}; the limit was ${formatMeasured(limit, 3)} σ.`;
}

function rhythmSentence({ value, center }: JudgedSeries, periodMs: number | null): string {
  const long = (samples: number): string =>
    periodMs === null ? `${formatCount(samples)} samples` : formatDuration(samples * periodMs);
  return value >= center
    ? `Has not crossed its mean for ${long(value)}, usually ${long(center)}.`
    : `Crossed its mean after ${long(value)}, usually ${long(center)}.`;
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
  if (rest < LEAST_REST) return `beyond 1 in ${tenTo(15)}`;
  const count = 1 / rest;
  if (count < 10) return `1 in ${formatMeasured(count, 2)}`;
  return count < 10_000
    ? `1 in ${formatCount(count)}`
    : `1 in ${tenTo(Math.floor(Math.log10(count)))}`;
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
