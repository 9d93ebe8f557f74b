/** A sample that is pointed at, in words. */
import type { Readout } from '../../analysis/messages/viewMessages.ts';
import { spoken } from '../../language/spoken.ts';
import { formatExact, formatMeasured, unitSign, withUnit } from '../format.ts';
import { TERM_WORDS } from '../terms.ts';

const WORDS = spoken({
  en: {
    noNumber: 'no number',
    deviation: (deviation: string, limit: string) => `${deviation} σ of ${limit} σ`,
    limits: (low: string, high: string) => `limits ${low} to ${high}`,
    limit: (limit: string) => `limit ${limit}`,
    noLimits: 'no limits here: learning, or not judged',
  },
  pt: {
    noNumber: 'sem número',
    deviation: (deviation, limit) => `${deviation} σ de ${limit} σ`,
    limits: (low, high) => `limites de ${low} a ${high}`,
    limit: (limit) => `limite ${limit}`,
    noLimits: 'sem limites aqui: aprendendo, ou não julgada',
  },
});

const BY_WORDS = spoken<Readonly<Record<NonNullable<Readout['by']>, string>>>({
  en: { browser: 'by browser', board: 'by board', both: 'by browser and board' },
  pt: { browser: 'pelo navegador', board: 'pela placa', both: 'pelo navegador e pela placa' },
});

/** The value as it came. */
export function exactWords(value: number, unit: string): string {
  return withUnit(
    Number.isNaN(value) ? WORDS.noNumber : formatExact(value).replace('-', '−'),
    unit,
  );
}

/** How far it lies from the mean, and what the limits were there; one line each. */
export function judgedWords({ lower, upper, judged, by, alarm }: Readout, unit: string): string[] {
  const lines: string[] = [];
  if (judged) {
    const { deviation, limit } = judged;
    lines.push(WORDS.deviation(formatMeasured(deviation, 2), formatMeasured(limit, 2)));
  }
  const [low, high] = [formatMeasured(lower), formatMeasured(upper)];
  const sign = unitSign(unit);
  if (!Number.isNaN(lower) && !Number.isNaN(upper)) {
    lines.push(withUnit(WORDS.limits(low, high), sign));
  } else if (!Number.isNaN(lower)) lines.push(withUnit(WORDS.limit(low), sign));
  else if (!Number.isNaN(upper)) lines.push(withUnit(WORDS.limit(high), sign));
  else lines.push(WORDS.noLimits);
  if (by !== null) {
    lines.push(`${alarm ? TERM_WORDS.alarm : TERM_WORDS.outlier}, ${BY_WORDS[by]}`);
  }
  return lines;
}
