import { describe, expect, it } from 'vitest';
import {
  checkParameter,
  DEFAULT_PARAMETERS,
  NUMERIC_PARAMETER_NAMES,
} from '../../../src/detector/parameters.ts';
import { parseEntry } from '../../../src/ui/numberEntry.ts';
import {
  positionOf,
  SHORTEST_SLIDER_PX,
  stepped,
  stopsOf,
  valueAt,
} from '../../../src/ui/parameters/sliderScale.ts';

describe('sliders', () => {
  it.each(NUMERIC_PARAMETER_NAMES)('of %s give only allowed values, ascending', (name) => {
    const stops = stopsOf(name);
    for (const value of stops) expect(checkParameter(name, value)).toBeNull();
    for (let i = 1; i < stops.length; i += 1) {
      expect(stops[i] ?? Number.NaN).toBeGreaterThan(stops[i - 1] ?? Number.NaN);
    }
  });

  it.each(NUMERIC_PARAMETER_NAMES)(
    'of %s mean no more by a pixel than the field by a key',
    (name) => {
      // Each pixel is at most one stop, and a key of the field goes from stop to stop.
      expect(stopsOf(name).length - 1).toBeLessThanOrEqual(SHORTEST_SLIDER_PX);
    },
  );

  it.each(NUMERIC_PARAMETER_NAMES)('of %s stay where their value puts them', (name) => {
    for (const value of stopsOf(name)) {
      expect(valueAt(name, positionOf(name, value))).toBe(value);
    }
  });

  it('end where the parameter ends', () => {
    expect(valueAt('memory', 0)).toBe(0);
    expect(stopsOf('memory').at(-1)).toBe(1_000_000);
    expect(stopsOf('meanGap').at(-1)).toBe(3_600_000);
    expect(stopsOf('block').at(-1)).toBe(4096);
    expect(stopsOf('delta').at(-1)).toBe(0.9999);
  });

  it('stand between two stops for a value that is none', () => {
    expect(positionOf('gamma', 4.05)).toBeCloseTo(positionOf('gamma', 4) + 0.5);
    expect(positionOf('gamma', 0.01)).toBe(0);
    expect(positionOf('season', 9e9)).toBe(stopsOf('season').length - 1);
  });
});

describe('steps by key', () => {
  it.each([
    ['gamma', 4, 4.1, 3.9],
    ['delta', 0.94, 0.942, 0.938],
    ['maxima', 5, 6, 4],
    ['block', 32, 33, 31],
    ['memory', 0, 8, 0],
    ['season', 0, 1000, 0],
    ['gamma', 4.04, 4.1, 4],
  ] as const)('of %s from %s lead to its neighbours', (name, from, up, down) => {
    expect(stepped(name, from, 1)).toBe(up);
    expect(stepped(name, from, -1)).toBe(down);
  });

  it.each([
    ['gamma', 4, 4.01, 3.99],
    ['delta', 0.94, 0.9402, 0.9398],
    ['maxima', 5, 6, 4],
    ['memory', 200, 205, 199],
    ['memory', 8, 9, 8],
  ] as const)('of %s from %s with Shift are a tenth', (name, from, up, down) => {
    expect(stepped(name, from, 1, true)).toBe(up);
    expect(stepped(name, from, -1, true)).toBe(down);
  });

  it.each(NUMERIC_PARAMETER_NAMES)('of %s are allowed wherever they lead', (name) => {
    for (const value of [...stopsOf(name), DEFAULT_PARAMETERS[name]]) {
      for (const by of [1, -1, 10, -10]) {
        expect(checkParameter(name, stepped(name, value, by))).toBeNull();
        expect(checkParameter(name, stepped(name, value, Math.sign(by), true))).toBeNull();
      }
    }
  });
});

describe('entries', () => {
  it.each([
    ['2.5', 2.5],
    [' 2,5 ', 2.5],
    ['−3', -3],
    ['.5', 0.5],
    ['1e3', 1000],
  ])('%s is a number', (text, value) => expect(parseEntry(text)).toBe(value));

  it.each(['', 'four', 'NaN', '1,2,3', '0x10', '1 000', 'Infinity', '5 ms'])('%s is none', (text) =>
    expect(parseEntry(text)).toBeNaN(),
  );
});
