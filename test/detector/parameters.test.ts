import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkParameter,
  checkParameters,
  DEFAULT_PARAMETERS,
  differingParameters,
  NUMERIC_PARAMETER_NAMES,
  NUMERIC_PARAMETERS,
  PRESETS,
} from '../../src/detector/parameters.ts';

describe('the parameters', () => {
  it('are valid by default and in every preset', () => {
    for (const preset of [{ values: {} }, ...PRESETS]) {
      expect(checkParameters({ ...DEFAULT_PARAMETERS, ...preset.values })).toBeNull();
    }
  });

  it('have experiment 2 of the talk as the default', () => {
    const second = PRESETS[1];
    expect(second?.name).toBe('Experiment 2');
    expect(DEFAULT_PARAMETERS).toMatchObject(second?.values ?? {});
  });

  it.each([
    ['gamma', 0, false],
    ['gamma', 0.001, true],
    ['gamma', 20, true],
    ['gamma', 20.001, false],
    ['delta', 0, false],
    ['delta', 1, false],
    ['delta', 0.999, true],
    ['maxima', 2, false],
    ['maxima', 3, true],
    ['maxima', 64, true],
    ['maxima', 65, false],
    ['maxima', 5.5, false],
    ['outliers', 1, false],
    ['outliers', 2, true],
    ['meanGap', 0.9, false],
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
    ['fatigue', 2, true],
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
        expect(fault?.sentence).toContain(NUMERIC_PARAMETERS[name].symbol);
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
