import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkParameter,
  checkParameters,
  DEFAULT_PARAMETERS,
  differingParameters,
  NUMERIC_PARAMETER_NAMES,
  NUMERIC_PARAMETERS,
} from '../../src/detector/parameters.ts';
import { PRESETS } from '../../src/detector/presets.ts';

describe('the parameters', () => {
  it('are valid by default and in every preset', () => {
    for (const preset of [{ values: {} }, ...PRESETS]) {
      expect(checkParameters({ ...DEFAULT_PARAMETERS, ...preset.values })).toBeNull();
    }
  });

  it('have experiment 2 of the talk as the default, its mean gap as five periods', () => {
    const second = PRESETS[1];
    expect(second?.name).toBe('Experiment 2');
    expect({ ...DEFAULT_PARAMETERS, meanGap: 5 * DEFAULT_PARAMETERS.period }).toMatchObject(
      second?.values ?? {},
    );
  });

  it.each([
    ['gamma', 0, false],
    ['gamma', 0.001, true],
    ['gamma', 20, true],
    ['gamma', 20.001, false],
    ['delta', 0, false],
    ['delta', 1e-6, true],
    ['delta', 0.999999, true],
    ['delta', 0.9999999, false],
    ['maxima', 2, false],
    ['maxima', 3, true],
    ['maxima', 64, true],
    ['maxima', 65, false],
    ['maxima', 5.5, false],
    ['outliers', 1, false],
    ['outliers', 2, true],
    ['meanGap', -0.1, false],
    ['meanGap', 0, true],
    ['meanGap', 3_600_000, true],
    ['period', 0, false],
    ['block', 1, false],
    ['block', 4096, true],
    ['memory', 0, true],
    ['memory', 7, false],
    ['memory', 8, true],
    ['memory', 1_000_001, false],
    ['fatigue', -0.01, false],
    ['fatigue', 0, true],
    ['fatigue', 1, true],
    ['fatigue', 1.01, false],
    ['least', -1, false],
    ['least', 1e18, true],
    ['drift', 0, true],
    ['drift', 20.1, false],
    ['rhythm', 20, true],
    ['season', 0, true],
    ['season', 2_592_000_000, true],
    ['season', 2_592_000_001, false],
    ['bins', 1, false],
    ['bins', 512, true],
    ['bins', 2.5, false],
    ['tail', 'both', true],
    ['tail', 'sideways', false],
    ['gamma', '4', false],
  ] as const)('%s = %s is allowed: %s', (name, value, allowed) => {
    expect(checkParameter(name, value) === null).toBe(allowed);
  });

  it('refuse anything that is not a finite number, in a sentence that names them', () => {
    for (const name of NUMERIC_PARAMETER_NAMES) {
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, null, '']) {
        const fault = checkParameter(name, value);
        expect(fault?.parameter).toBe(name);
        const { symbol, label } = NUMERIC_PARAMETERS[name];
        expect(fault?.sentence).toContain(symbol === '–' ? label : symbol);
      }
    }
  });

  it('allow exactly what lies in range, for any number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NUMERIC_PARAMETER_NAMES),
        fc.double({ noNaN: true }),
        (name, value) => {
          const { min, max, integer, alsoValid } = NUMERIC_PARAMETERS[name];
          if (checkParameter(name, value) !== null) return true;
          return (
            value === alsoValid ||
            (value >= min && value <= max && (!integer || Number.isInteger(value)))
          );
        },
      ),
    );
  });

  it('are compared by name', () => {
    const other = { ...DEFAULT_PARAMETERS, gamma: 3, tail: 'upper' as const };
    expect(differingParameters(DEFAULT_PARAMETERS, other)).toEqual(['gamma', 'tail']);
  });
});
