/** Every symbol of the page: its name, one sentence, and its equation. */
import type { ReactNode } from 'react';
import { NUMERIC_PARAMETERS, type NumericParameterName } from '../../detector/parameters.ts';
import { PARAMETER_WORDS } from '../parameterWords.ts';
import { equation, fraction, index, power, row, words } from './mathml.ts';
import { FIT_WORDS, type FitFigure, PARAMETER_SENTENCES } from './symbolWords.ts';

export type SymbolName = NumericParameterName | FitFigure;

export interface SymbolExplanation {
  /** As it stands on the screen. */
  readonly sign: string;
  readonly title: string;
  readonly sentence: string;
  readonly equation: ReactNode;
}

const SIGMA = 'σ';
const BLOCK_MAXIMUM = index('d', 'max');
const WEIBULL_POWER = power(row('(', fraction(row('d', '−', 'η'), 'λ'), ')'), 'κ');

const EQUATIONS: Readonly<Record<NumericParameterName, ReactNode>> = {
  gamma: equation('d', '=', fraction(row('|', 'x', '−', 'mean', '|'), SIGMA), '>', 'γ'),
  delta: equation('F', '(', 'd', ')', '>', power('δ', fraction(1, 8))),
  maxima: equation(index('p', 'i'), '=', fraction(row('i', '−', 0.5), 'N'), ',', words(' i = 1…N')),
  outliers: equation(
    fraction(row(index('t', 'M'), '−', index('t', 1)), row('M', '−', 1)),
    '≤',
    'T',
  ),
  meanGap: equation(fraction(row(index('t', 'M'), '−', index('t', 1)), row('M', '−', 1)), '≤', 'T'),
  period: equation('R', '=', index('t', row('n', '+', 1)), '−', index('t', 'n')),
  block: equation(
    BLOCK_MAXIMUM,
    '=',
    'max',
    '(',
    index('d', 1),
    ',',
    '…',
    ',',
    index('d', 'B'),
    ')',
  ),
  memory: equation(
    'mean',
    '→',
    'mean',
    '+',
    'max',
    '(',
    fraction(1, 'n'),
    ',',
    fraction(1, 'W'),
    ')',
    '·',
    '(',
    'x',
    '−',
    'mean',
    ')',
  ),
  fatigue: equation('bar', '→', 'min', '(', 1.5, ',', 'bar', '·', '(', 1, '+', 'φ', ')', ')'),
  least: equation('|', 'x', '−', 'mean', '|', '>', 'least'),
  drift: equation('|', 'level', '−', 'mean', '|', '>', 'drift', '·', 'σ'),
  rhythm: equation('|', 'ln', 'run', '−', 'usual', '|', '>', 'rhythm', '·', 'σ'),
  season: equation('y', '=', 'x', '−', 'profile', '(', 'phase', ')'),
  bins: equation('K', '=', 'min', '(', 'bins', ',', fraction('season', 'R'), ')'),
};

/** What a fit has beside parameters. */
const FIT: Readonly<Record<FitFigure, { readonly equation: ReactNode }>> = {
  shape: {
    equation: equation('F', '(', 'd', ')', '=', 1, '−', 'exp', '(', '−', WEIBULL_POWER, ')'),
  },
  scale: {
    equation: equation(
      'F',
      '(',
      'η',
      '+',
      'λ',
      ')',
      '=',
      1,
      '−',
      power('e', row('−', 1)),
      '≈',
      0.63,
    ),
  },
  location: {
    equation: equation('η', '=', 0.8, '·', 'min', '(', index('d', 'max'), ')'),
  },
  r2: {
    equation: equation(
      power('R', 2),
      '=',
      fraction(power(index('S', 'xy'), 2), row(index('S', 'xx'), '·', index('S', 'yy'))),
    ),
  },
  q: {
    equation: equation(
      'q',
      '=',
      'η',
      '+',
      'λ',
      '·',
      power(
        row('(', '−', 'ln', '(', 1, '−', power('δ', fraction(1, 8)), ')', ')'),
        fraction(1, 'κ'),
      ),
    ),
  },
  gevShape: {
    equation: equation(
      'G',
      '(',
      'x',
      ')',
      '=',
      'exp',
      '(',
      '−',
      power(
        row('(', 1, '+', 'κ', '·', fraction(row('x', '−', 'η'), 'λ'), ')'),
        row('−', fraction(1, 'κ')),
      ),
      ')',
    ),
  },
  gevScale: {
    equation: equation('t', '=', fraction(row('x', '−', 'η'), 'λ')),
  },
  gevLocation: {
    equation: equation('G', '(', 'η', ')', '=', power('e', row('−', 1)), '≈', 0.37),
  },
};

export function explain(name: SymbolName): SymbolExplanation {
  if (!isParameter(name)) {
    const { equation } = FIT[name];
    const { word, title, sentence } = FIT_WORDS[name];
    return { sign: word, title, sentence, equation };
  }
  const { symbol } = NUMERIC_PARAMETERS[name];
  return {
    sign: symbol,
    title: `${PARAMETER_WORDS[name].label} ${symbol}`,
    sentence: PARAMETER_SENTENCES[name],
    equation: EQUATIONS[name],
  };
}

function isParameter(name: SymbolName): name is NumericParameterName {
  return name in NUMERIC_PARAMETERS;
}
