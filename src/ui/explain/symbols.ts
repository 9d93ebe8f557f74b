/** Every symbol of the page: its name, one sentence, and its equation. */
import type { ReactNode } from 'react';
import { NUMERIC_PARAMETERS, type NumericParameterName } from '../../detector/parameters.ts';
import { equation, fraction, index, power, row, words } from './mathml.ts';

export type SymbolName =
  | NumericParameterName
  | 'shape'
  | 'scale'
  | 'location'
  | 'r2'
  | 'q'
  | 'gevShape'
  | 'gevScale'
  | 'gevLocation';

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

const SENTENCES: Readonly<Record<NumericParameterName, string>> = {
  gamma:
    'A sample can only be an outlier when its deviation d from the mean is more than γ standard deviations.',
  delta:
    'With probability δ, by the Weibull fitted to the latest block maxima, none of 8 normal blocks reaches the limit.',
  maxima:
    'The Weibull is fitted to the last N block maxima; each gets the plotting position p. Few follow the signal quickly, many give a steadier fit.',
  outliers:
    'M outliers make a collective anomaly when they come, on average, no further apart than T.',
  meanGap:
    'The largest average time between M outliers that still makes them one collective anomaly; 0 means five periods.',
  period:
    'The time between two samples. Only the board can change it; what is recorded stays as it is.',
  block:
    'The stream is cut into blocks of B samples; only the largest deviation of each is kept, for maxima have a law of their own whatever the signal.',
  memory:
    'The mean forgets what is older than about W samples, the variance what is older than twice as many; 0 remembers all.',
  fatigue:
    'Each alarm raises the bar for the next by the share φ, up to half as high again: what happened several times lately is less surprising. It falls back over some 32 blocks.',
  least:
    'A deviation smaller than this, in the signal’s own unit, is no outlier however unusual it is.',
  drift:
    'The levels of whole blocks are judged like samples: beyond this many of their standard deviations a block has drifted. 0 switches it off.',
  rhythm:
    'How long the signal stays on one side of its mean is judged too: beyond this many standard deviations of its logarithm it is stuck, or out of step. 0 switches it off.',
  season:
    'The length of a cycle that comes again and again. What is usual at each phase of it is learned and taken off before a sample is judged. 0 switches it off.',
  bins: 'A cycle is kept as at most so many numbers.',
};

const FIT: Readonly<Record<Exclude<SymbolName, NumericParameterName>, SymbolExplanation>> = {
  shape: {
    sign: 'shape',
    title: 'Shape κ of the Weibull',
    sentence:
      'How steeply the curve rises: the larger κ, the more alike the block maxima are. It is the slope on probability paper.',
    equation: equation('F', '(', 'd', ')', '=', 1, '−', 'exp', '(', '−', WEIBULL_POWER, ')'),
  },
  scale: {
    sign: 'scale',
    title: 'Scale λ of the Weibull',
    sentence:
      'How far past the location η the curve reaches 63 %: η + λ is about the size of a block maximum.',
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
    sign: 'η',
    title: 'Location η of the Weibull',
    sentence:
      'Below this deviation the curve is 0: four fifths of the smallest block maximum. Without it the curve would have to begin at 0, and rise too slowly.',
    equation: equation('η', '=', 0.8, '·', 'min', '(', index('d', 'max'), ')'),
  },
  r2: {
    sign: 'R²',
    title: 'Coefficient of determination R²',
    sentence:
      'How nearly the block maxima lie on a straight line on probability paper: 1 is exactly.',
    equation: equation(
      power('R', 2),
      '=',
      fraction(power(index('S', 'xy'), 2), row(index('S', 'xx'), '·', index('S', 'yy'))),
    ),
  },
  q: {
    sign: 'q',
    title: 'Quantile q',
    sentence:
      'The deviation at which the curve reaches the level that δ stands for, the eighth root of it: all of 8 blocks stay below it with probability δ. The limit is q or γ, whichever is larger.',
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
    sign: 'κ',
    title: 'Shape κ of the GEV',
    sentence:
      'Which family of tails the block maxima follow: 0 is Gumbel, above it Fréchet (heavy tails), below it reversed Weibull (bounded).',
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
    sign: 'λ',
    title: 'Scale λ of the GEV',
    sentence: 'How far the block maxima spread, in σ. For Gumbel the spread is proportional to it.',
    equation: equation('t', '=', fraction(row('x', '−', 'η'), 'λ')),
  },
  gevLocation: {
    sign: 'η',
    title: 'Location η of the GEV',
    sentence: 'Where the block maxima lie, in σ: 37 % of them are smaller.',
    equation: equation('G', '(', 'η', ')', '=', power('e', row('−', 1)), '≈', 0.37),
  },
};

export function explain(name: SymbolName): SymbolExplanation {
  if (!isParameter(name)) return FIT[name];
  const { symbol, label } = NUMERIC_PARAMETERS[name];
  return {
    sign: symbol,
    title: `${label} ${symbol}`,
    sentence: SENTENCES[name],
    equation: EQUATIONS[name],
  };
}

function isParameter(name: SymbolName): name is NumericParameterName {
  return name in NUMERIC_PARAMETERS;
}
