import { describe, expect, it } from 'vitest';
import {
  checkChannelParameters,
  effectiveParameters,
  isJudged,
} from '../../src/detector/channelParameters.ts';
import { convertRules2, isOfRules2 } from '../../src/detector/olderParameters.ts';
import { checkParameters, DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';

const RULES_2 = {
  gamma: 3,
  delta: 0.94,
  maxima: 5,
  outliers: 5,
  meanGap: 500,
  period: 100,
  block: 32,
  memory: 256,
  fatigue: 0.25,
  tail: 'both',
};

describe('parameters of rules 2', () => {
  it('are told by what they do not name', () => {
    expect(isOfRules2(RULES_2)).toBe(true);
    expect(isOfRules2({ ...DEFAULT_PARAMETERS })).toBe(false);
  });

  it('keep what means the same, and say what does not', () => {
    const { parameters, converted } = convertRules2({ ...RULES_2, tail: 'upper' });
    expect(parameters).toEqual({ ...DEFAULT_PARAMETERS, gamma: 3, tail: 'upper' });
    expect(converted.map(({ parameter, was, now }) => [parameter, was, now])).toEqual([
      ['meanGap', 500, 0],
      ['fatigue', 0.25, 0.05],
    ]);
  });

  it('keep a mean gap that somebody chose, and lose what is out of range now', () => {
    const { parameters, converted } = convertRules2({ ...RULES_2, meanGap: 800, delta: 0.9999999 });
    expect(parameters.meanGap).toBe(800);
    expect(parameters.delta).toBe(0.94);
    expect(converted.map(({ parameter }) => parameter)).toEqual(['delta', 'fatigue']);
    expect(checkParameters(parameters)).toBeNull();
  });
});

describe('a channel’s own parameters', () => {
  it('go before the board’s, but for the period', () => {
    const own = { gamma: 2, tail: 'upper', judge: 0 } as const;
    expect(effectiveParameters(DEFAULT_PARAMETERS, own)).toEqual({
      ...DEFAULT_PARAMETERS,
      gamma: 2,
      tail: 'upper',
    });
    expect([isJudged(own), isJudged({})]).toEqual([false, true]);
  });

  it('are refused with a sentence where they cannot be', () => {
    expect(checkChannelParameters({ gamma: 2, judge: 1 })).toBeNull();
    expect(checkChannelParameters({ gamma: 0 })?.parameter).toBe('gamma');
    expect(checkChannelParameters({ period: 100 })?.sentence).toContain('board');
    expect(checkChannelParameters({ judge: 2 })?.parameter).toBe('judge');
  });
});
