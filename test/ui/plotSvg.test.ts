import { describe, expect, it } from 'vitest';
import type { View } from '../../src/analysis/messages/viewMessages.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { signalCaption, weibullCaption } from '../../src/ui/export/plotCaption.ts';
import { signalSvg } from '../../src/ui/export/signalSvg.ts';
import { brokenPath, paint } from '../../src/ui/export/svg.ts';
import { ticks, timeTicks } from '../../src/ui/export/ticks.ts';
import { weibullSvg } from '../../src/ui/export/weibullSvg.ts';

const COLOURS = {
  signals: ['#0072b2', '#00735a', '#8f3f77', '#5a5200'],
  band: 'rgb(0 114 178 / 11%)',
  bandEdge: 'rgb(0 114 178 / 50%)',
  browser: '#d55e00',
  board: '#16202a',
  alarm: '#c04400',
  collective: 'rgb(230 159 0 / 22%)',
  collectiveEdge: '#8a5300',
  gap: 'rgb(77 90 102 / 45%)',
  grid: 'rgb(22 32 42 / 9%)',
  text: '#4d5a66',
  panel: '#ffffff',
  font: 'sans-serif',
};

const nan = Number.NaN;
const VIEW: View = {
  fromMs: 1_700_000_000_000,
  toMs: 1_700_000_004_000,
  extent: null,
  gaps: [{ fromMs: 1_700_000_001_000, toMs: 1_700_000_003_000, lost: 7 }],
  channels: [
    {
      time: Float64Array.of(
        1_700_000_000,
        1_700_000_001,
        1_700_000_002,
        1_700_000_003,
        1_700_000_004,
      ),
      value: Float64Array.of(0, 1, nan, 5, 2),
      lower: Float64Array.of(nan, nan, nan, -3, -3),
      upper: Float64Array.of(nan, nan, nan, 3, 3),
      marks: [{ timeMs: 1_700_000_003_000, value: 5, by: 'both', alarm: true }],
      collective: [],
      latest: { value: 2, deviation: 0.5 },
      learning: null,
      bands: {
        from: new Float64Array(),
        to: new Float64Array(),
        min: new Float64Array(),
        max: new Float64Array(),
      },
    },
  ],
};

const parse = (text: string) => new DOMParser().parseFromString(text, 'image/svg+xml');
const CHANNEL = { name: 'x <&> y', unit: 'degC' };

describe('the signal as SVG', () => {
  const caption = signalCaption('My "board"', [CHANNEL], VIEW, DEFAULT_PARAMETERS);
  const text = signalSvg(VIEW, [{ channel: CHANNEL, index: 0 }], caption, COLOURS);
  const svg = parse(text);

  it('is a drawing with a name and a description, whatever a channel is called', () => {
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('title')?.textContent).toBe('My "board": x <&> y (degC)');
    expect(svg.querySelector('desc')?.textContent).toContain('1 alarm');
    expect(text).toContain('2023-11-14 22:13:20.000 to 2023-11-14 22:13:24.000 (UTC)');
    expect(text).toContain('γ 4 σ · δ 0.94 · N 5');
  });

  it('has the line as a path that breaks at the gap, marks by shape, and no bitmap', () => {
    const line = [...svg.querySelectorAll('path')].find(
      (path) => path.getAttribute('stroke') === COLOURS.signals[0],
    );
    expect(line?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
    expect(svg.querySelectorAll('circle')).toHaveLength(2);
    expect(text).toContain('<title>7 lost</title>');
    expect(svg.querySelector('image')).toBeNull();
  });

  it('shades what lies between the limits, where there are any', () => {
    const band = [...svg.querySelectorAll('path')].filter(
      (path) => path.getAttribute('fill') === 'rgb(0,114,178)',
    );
    expect(band).toHaveLength(1);
    expect(band[0]?.getAttribute('fill-opacity')).toBe('0.11');
    // From the fourth of the five points to the last, along the upper limit and back along the lower.
    const points = band[0]?.getAttribute('d')?.match(/[\d.]+ [\d.]+/g) ?? [];
    const [left, right] = [points[0], points[1]].map((point) => Number(point?.split(' ')[0]));
    expect(points).toHaveLength(4);
    expect(right).toBe(1180);
    expect(left).toBe(904);
    const limits = [...svg.querySelectorAll('path')].filter(
      (path) => path.getAttribute('stroke-width') === '1',
    );
    expect(limits.map((path) => path.getAttribute('d'))).toEqual([
      `M${points[3]}h0L${points[2]}`,
      `M${points[0]}h0L${points[1]}`,
    ]);
  });

  it('shows the range of the samples that were given up, and says that it is one', () => {
    const bands = {
      from: Float64Array.of(1_700_000_000, 1_700_000_001),
      to: Float64Array.of(1_700_000_001, 1_700_000_002),
      min: Float64Array.of(0, 1),
      max: Float64Array.of(4, 1),
    };
    const channels = VIEW.channels.map((channel) => ({ ...channel, bands }));
    const drawn = [{ channel: CHANNEL, index: 0 }];
    const overview = parse(signalSvg({ ...VIEW, channels }, drawn, caption, COLOURS));
    const path = [...overview.querySelectorAll('path')].find(
      (each) => each.querySelector('title')?.textContent === 'overview only',
    );
    expect(path?.getAttribute('fill')).toBe(COLOURS.signals[0]);
    expect(path?.getAttribute('d')?.match(/z/g)).toHaveLength(2);
    expect(svg.documentElement.textContent).not.toContain('overview only');
  });
});

describe('the Weibull fit as SVG', () => {
  const maxima = [1, 1.2, 1.5];
  const caption = weibullCaption('board', CHANNEL, DEFAULT_PARAMETERS);

  it('has the points, the curve and the thresholds', () => {
    const fit = {
      maxima,
      needed: 3,
      weibull: { location: 0, shape: 5, scale: 1.4, r2: 0.98, q: 1.7 },
      gev: null,
      gevMaxima: 3,
    };
    const svg = parse(weibullSvg(fit, DEFAULT_PARAMETERS, caption, COLOURS));
    expect(svg.querySelectorAll('circle')).toHaveLength(3);
    expect(svg.querySelector('path')?.getAttribute('d')?.match(/L/g)?.length).toBeGreaterThan(100);
    expect(svg.documentElement.textContent).toContain('shape 5.000');
    expect(svg.documentElement.textContent).toContain('q 1.70');
  });

  it('that is still learning has points and no curve', () => {
    const fit = { maxima, needed: 5, weibull: null, gev: null, gevMaxima: 3 };
    const text = weibullSvg(fit, DEFAULT_PARAMETERS, caption, COLOURS);
    expect(text).toContain('learning 3 of 5');
    expect(parse(text).querySelectorAll('circle')).toHaveLength(3);
  });
});

describe('drawing', () => {
  it('breaks a path where there is no value, and keeps lone points', () => {
    const y = [1, nan, 3, 4, nan, 6];
    expect(
      brokenPath(
        6,
        (i) => i,
        (i) => y[i] ?? nan,
      ),
    ).toBe('M0 1h0M2 3h0L3 4M5 6h0');
  });

  it('writes transparency as every program reads it', () => {
    expect(paint('fill', 'rgb(0 114 178 / 11%)')).toEqual({
      fill: 'rgb(0,114,178)',
      'fill-opacity': 0.11,
    });
    expect(paint('stroke', '#123456')).toEqual({ stroke: '#123456' });
  });

  it.each([
    [0, 10, 6, [0, 2, 4, 6, 8, 10]],
    [-0.13, 0.34, 5, [-0.1, 0, 0.1, 0.2, 0.3]],
    [3, 3, 5, []],
  ])('has round numbers from %d to %d', (min, max, most, expected) => {
    const found = ticks(min, max, most).map((tick) => Number(tick.toPrecision(9)));
    expect(found).toEqual(expected);
  });

  it('has times that clocks show', () => {
    expect(timeTicks(61, 302, 5)).toEqual({ step: 60, at: [120, 180, 240, 300] });
  });
});
