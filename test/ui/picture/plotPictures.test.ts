import { describe, expect, it } from 'vitest';
import type { ChannelView, Mark, View } from '../../../src/analysis/messages/viewMessages.ts';
import { gevCdf, gevDensity, reportGev } from '../../../src/detector/gev.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { dressed, NO_LOOKS } from '../../../src/state/channelLooks.ts';
import { pictureOf } from '../../../src/ui/picture/picture.ts';
import { pictureSvg } from '../../../src/ui/picture/pictureSvg.ts';
import { drawTimeAxis } from '../../../src/ui/plot/axes.ts';
import type { PlotOffer } from '../../../src/ui/plot/plotOffers.ts';
import { timeTicks, valueTicks } from '../../../src/ui/plot/ticks.ts';
import { drawBand, drawBandOf } from '../../../src/ui/signal/drawBand.ts';
import { drawBands } from '../../../src/ui/signal/drawBands.ts';
import { drawMarks } from '../../../src/ui/signal/drawMarks.ts';
import { drawSignal } from '../../../src/ui/signal/drawSignal.ts';
import { collectiveLook, drawGaps, labelSpans } from '../../../src/ui/signal/drawSpans.ts';
import { stripFacts } from '../../../src/ui/signal/stripFacts.ts';
import { histogram } from '../../../src/ui/weibull/drawGev.ts';
import { seasonDrawing } from '../../../src/ui/weibull/drawSeason.ts';
import { seriesDrawing } from '../../../src/ui/weibull/drawSeries.ts';
import type { FitDrawing } from '../../../src/ui/weibull/fitPlot.ts';
import { drawingOf, factsOf } from '../../../src/ui/weibull/fitTabs.ts';
import { SEASON, whyOf } from '../../gallery/why.ts';
import { aFit } from '../../state/world.ts';
import { COLOURS, drawnAsSvg, textWidth } from '../plot/plotArea.ts';

const nan = Number.NaN;
const NO_NAMES = { left: 0, right: 0 };
const MARK: Mark = { timeMs: 3000, value: 5, by: 'both', outlier: true, alarms: 1, cause: 'level' };

const CHANNEL_VIEW: ChannelView = {
  time: Float64Array.of(0, 1, 2, 3, 4),
  value: Float64Array.of(0, 1, nan, 5, 2),
  lower: Float64Array.of(nan, nan, nan, -3, -3),
  upper: Float64Array.of(nan, nan, nan, 3, 3),
  marks: [MARK],
  collective: [],
  drift: [],
  rhythm: [],
  latest: { value: 2, deviation: 0.5 },
  learning: null,
  bands: {
    from: new Float64Array(),
    to: new Float64Array(),
    min: new Float64Array(),
    max: new Float64Array(),
  },
};
const VIEW: View = {
  fromMs: 1_700_000_000_000,
  toMs: 1_700_000_004_000,
  extent: null,
  gaps: [],
  channels: [CHANNEL_VIEW],
};
const CHANNEL = dressed({ name: 'x <&> y', unit: 'degC' }, 0, NO_LOOKS);

/** As at the beginning. */
const JUDGED_BY = { browser: DEFAULT_PARAMETERS, browserOwn: {}, channels: [CHANNEL] };

const pathsOf = (svg: Element, name: string) => [...svg.querySelectorAll(`g.${name} path`)];
const commands = (path: Element | undefined, command: string) =>
  path?.getAttribute('d')?.split(command).length ?? 1;

/** A strip as the screen offers it, drawing `draw`. */
function offered(channel: typeof CHANNEL, draw: PlotOffer['draw'] = () => undefined): PlotOffer {
  return {
    picture: 'signal',
    place: 0,
    channels: [0],
    size: () => ({ width: 600, height: 120 }),
    facts: () => stripFacts([[0]], [channel], VIEW, { yLocks: new Map(), colours: COLOURS }),
    draw,
  };
}

function exported(source: string, ...plots: readonly PlotOffer[]): { svg: Document; text: string } {
  const picture = pictureOf(plots, source, JUDGED_BY);
  if (!picture) throw new Error('nothing is shown');
  const text = pictureSvg(picture, COLOURS, textWidth);
  return { text, svg: new DOMParser().parseFromString(text, 'image/svg+xml') };
}

describe('an exported picture', () => {
  it('has a name and a description, whatever a channel is called', () => {
    const { svg, text } = exported('My "board"', offered(CHANNEL));
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('title')?.textContent).toBe('My "board": x <&> y (°C)');
    expect(svg.querySelector('desc')?.textContent).toContain('1 alarm');
    expect(text).toContain('2023-11-14 22:13:20.000 to 2023-11-14 22:13:24.000 (UTC)');
    expect(text).toContain('γ 4 σ · δ 0.94 · N 5');
    expect(svg.querySelector('image')).toBeNull();
  });

  it.each([
    ['characters that XML cannot have', 'a\u0000b\u000b\ufffec\uffff', 'abc'],
    ['half of a pair', 'a\ud800b\udc00c', 'abc'],
    ['characters that turn what follows', 'a\u202eb\u2066c', 'abc'],
    ['letters from right to left', 'מתח', '\u2068מתח\u2069'],
    ['a pair', '🌡', '🌡'],
  ])('of a channel with %s is one that can be read', (_what, name, written) => {
    const { svg } = exported('board', offered({ ...CHANNEL, name, unit: '' }));
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('title')?.textContent).toBe(`board: ${written}`);
  });

  it('says of each parameter which it is, and what its channels have of their own', () => {
    const channels = ['x', 'y', 'z'].map((boardName) => ({ name: `my ${boardName}`, boardName }));
    const browserOwn = { x: { gamma: 9 }, z: { season: 2500, tail: 'upper', judge: 0 } } as const;
    const judgedBy = { ...JUDGED_BY, browserOwn, channels };
    const plots = [{ ...offered(CHANNEL), channels: [1, 2] }];
    const lines = pictureOf(plots, 'board', judgedBy)?.lines.slice(1);
    expect(lines).toEqual([
      'γ 4 σ · δ 0.94 · N 5 · M 5 · T 0 ms · R 100 ms · B 32 · W 256 · φ 0.05 · least deviation 0 · drift 3 σ · rhythm 5 σ · season 0 ms · bins 48 · tail both',
      'my z: season 2500 ms · tail upper · not judged',
    ]);
  });

  it('keeps the longest name within its width', () => {
    const { svg } = exported('board', offered({ ...CHANNEL, name: 'w'.repeat(300), unit: '' }));
    for (const text of svg.querySelectorAll('text')) {
      const size = Number(text.getAttribute('font-size'));
      const end = Number(text.getAttribute('x')) + textWidth(text.textContent ?? '', `${size}px`);
      expect(end).toBeLessThanOrEqual(600);
    }
  });

  it('of plots that show nothing yet is none', () => {
    expect(pictureOf([{ ...offered(CHANNEL), facts: () => null }], 'x', JUDGED_BY)).toBe(null);
  });

  it('says of overlaid channels whose line is which, and whose axis is the right one', () => {
    const channels = [CHANNEL, dressed({ name: 'z', unit: 'g' }, 1, NO_LOOKS)];
    const view = { ...VIEW, channels: [CHANNEL_VIEW, CHANNEL_VIEW] };
    const look = { yLocks: new Map(), colours: COLOURS };
    const both = { ...offered(CHANNEL), facts: () => stripFacts([[0], [1]], channels, view, look) };
    const { svg } = exported('board', both);
    const words = [...svg.querySelectorAll('text')].map((text) => text.textContent);
    expect(words).toEqual(expect.arrayContaining(['x <&> y (°C)', 'z (g), right axis']));
    const strokes = [...svg.querySelectorAll('path')].map((path) => path.getAttribute('stroke'));
    expect(strokes).toEqual(expect.arrayContaining(COLOURS.signals.slice(0, 2)));
  });
});

describe('the signal as SVG', () => {
  it('has the line as a path that breaks at the gap', () => {
    const stroke = { colour: '#0072b2', dash: [] };
    const svg = drawnAsSvg((area) => drawSignal(area, CHANNEL_VIEW, stroke));
    const [line] = pathsOf(svg, 'signal');
    expect(line?.getAttribute('stroke')).toBe('#0072b2');
    expect(commands(line, 'M')).toBe(3);
  });

  it('has what is denser than pixels as bars of one path', () => {
    const count = 1000;
    const view = {
      ...CHANNEL_VIEW,
      time: Float64Array.from({ length: count }, (_, i) => i / 10),
      value: Float64Array.from({ length: count }, (_, i) => i % 7),
    };
    const svg = drawnAsSvg((area) => drawSignal(area, view, { colour: '#0072b2', dash: [] }));
    expect(pathsOf(svg, 'signal')).toHaveLength(1);
    expect(commands(pathsOf(svg, 'signal')[0], 'z')).toBeGreaterThan(490);
  });

  it('has nothing of a strip that is narrower than its axes', () => {
    const stroke = { colour: '#0072b2', dash: [] };
    const svg = drawnAsSvg((area) => drawSignal({ ...area, width: -80 }, CHANNEL_VIEW, stroke));
    expect(pathsOf(svg, 'signal')).toEqual([]);
  });

  it('has marks by shape, and one whose value is not kept at the foot', () => {
    const marks: Mark[] = [MARK, { ...MARK, by: 'browser' }, { ...MARK, value: nan, by: 'board' }];
    const svg = drawnAsSvg((area) => drawMarks(area, marks, COLOURS, NO_NAMES));
    const shapes = [...svg.querySelectorAll('g.outlier')].map((mark) => mark.children.length);
    expect(shapes).toEqual([2, 1, 1]);
    expect(svg.querySelectorAll('g.flag')).toHaveLength(1);
    const ring = pathsOf(svg, 'outlier').at(-1);
    expect(ring?.getAttribute('d')).toMatch(/^M109 92a/);
    expect(svg.outerHTML).not.toContain('NaN');
  });

  it('has a mark at its edge whole, and none of a value beyond it', () => {
    const marks: Mark[] = [MARK, { ...MARK, value: 10 }, { ...MARK, value: 12 }];
    const svg = drawnAsSvg((area) => drawMarks(area, marks, COLOURS, NO_NAMES));
    expect(svg.querySelectorAll('g.outlier')).toHaveLength(2);
    // The plot's own top is at 20.
    const clip = svg.querySelector('clipPath path')?.getAttribute('d') ?? '';
    expect(Number(/^M100 ([\d.]+)/.exec(clip)?.[1])).toBeLessThan(20 - 6);
  });

  it('has hatching in a gap, with its words', () => {
    const gaps = [{ fromMs: 20_000, toMs: 60_000, lost: 7 }];
    const svg = drawnAsSvg((area) => drawGaps(area, gaps, COLOURS));
    expect(svg.querySelector('g.gap title')?.textContent).toBe('7 lost');
    expect(svg.querySelector('g.gap text')?.textContent).toBe('7 lost');
    expect(
      commands(
        pathsOf(svg, 'gap').find((path) => path.hasAttribute('stroke')),
        'M',
      ),
    ).toBe(41);
  });

  it('has the bracket and the label of a collective anomaly', () => {
    const svg = drawnAsSvg((area) =>
      labelSpans(area, [{ fromMs: 20_000, toMs: 60_000 }], collectiveLook(COLOURS), COLOURS),
    );
    expect(svg.querySelector('text')?.textContent).toBe('collective');
    expect(svg.querySelector(`path[stroke="${COLOURS.collectiveEdge}"]`)).not.toBeNull();
  });

  it('shades what lies between the limits, where there are any', () => {
    const svg = drawnAsSvg((area) => drawBand(area, CHANNEL_VIEW, COLOURS), { min: -5, max: 5 });
    const [band, ...limits] = pathsOf(svg, 'limits');
    expect(band?.getAttribute('fill')).toBe('rgb(0,114,178)');
    expect(band?.getAttribute('fill-opacity')).toBe('0.11');
    // From the fourth of the five points to the last, along the upper limit and back along the lower.
    expect(band?.getAttribute('d')).toBe('M115 36L120 36L120 84L115 84Z');
    expect(limits.map((path) => path.getAttribute('d'))).toEqual([
      'M115 84L120 84',
      'M115 36L120 36',
    ]);
  });

  it('shows the limits of several channels in the look of their lines', () => {
    const stroke = { colour: '#226633', dash: [22, 3] };
    const svg = drawnAsSvg((area) => drawBandOf(area, CHANNEL_VIEW, stroke), { min: -5, max: 5 });
    const [band, ...limits] = pathsOf(svg, 'limits');
    expect(band?.getAttribute('fill')).toBe('#226633');
    expect(limits.map((path) => path.getAttribute('stroke'))).toEqual(['#226633', '#226633']);
    expect(limits[0]?.getAttribute('stroke-dasharray')).not.toBeNull();
  });

  it('shows the range of the samples that were given up, and says that it is one', () => {
    const bands = {
      from: Float64Array.of(0, 1),
      to: Float64Array.of(1, 2),
      min: Float64Array.of(0, 1),
      max: Float64Array.of(4, 1),
    };
    const svg = drawnAsSvg((area) => drawBands(area, bands, '#0072b2'));
    const [path] = pathsOf(svg, 'overview-only');
    expect(svg.querySelector('g.overview-only title')?.textContent).toBe('overview only');
    expect(path?.getAttribute('fill')).toBe('#0072b2');
    expect(path?.getAttribute('fill-opacity')).toBe('0.55');
    expect(commands(path, 'z')).toBe(3);
  });
});

describe('the fit as SVG', () => {
  const maxima = [1, 1.2, 1.5];
  const gevMaxima = Array.from({ length: 49 }, (_, i) => 2 - Math.log(-Math.log((i + 0.5) / 49)));
  const fit = aFit({
    maxima,
    needed: 3,
    weibull: { location: 0, shape: 5, scale: 1.4, r2: 0.98, q: 1.7 },
    gev: reportGev(gevMaxima),
    gevMaxima,
  });
  const learning = { ...fit, needed: 5, weibull: null, gev: null };
  const drawn = (drawing: FitDrawing | null) => {
    if (!drawing) throw new Error('nothing is drawn');
    return drawnAsSvg((area) => drawing.draw(area, COLOURS, 0.5), drawing.y);
  };

  it('has the points, the curve, the thresholds and the newest sample', () => {
    const svg = drawn(drawingOf('CDF', fit));
    expect(svg.querySelectorAll('g.block-maximum')).toHaveLength(3);
    expect(commands(pathsOf(svg, 'curve')[0], 'L')).toBeGreaterThan(100);
    expect(svg.querySelectorAll('g.threshold')).toHaveLength(3);
    expect(svg.querySelectorAll('g.newest')).toHaveLength(1);
    const facts = factsOf('CDF', fit, 'x');
    expect(facts.lines[0]).toContain('shape 5.000');
    expect(facts.lines[0]).toContain('q 1.70');
  });

  it('cuts off no part of a ring that lies on its edge', () => {
    const { series } = whyOf('drift');
    for (const drawing of [drawingOf('CDF', fit), series && seriesDrawing(series, 1)]) {
      const ring = drawn(drawing).querySelector('g.newest');
      expect(ring).not.toBeNull();
      expect(ring?.closest('[clip-path]')).toBeNull();
    }
  });

  it.each([
    [2, 40, 'δ 0.94: .992 a block', 115],
    [2, 20, 'δ 0.94: .992 a block', 205],
    [60, 75, 'δ: .992', 405],
    [60, 4, 'δ 0.94: .992 a block', 405],
    [95, 98, 'δ: .992', 109],
  ])('says the level of δ where no line crosses the words, q %d, γ %d', (q, gamma, words, x) => {
    const weibull = { location: 1.68, shape: 1.6, scale: 1.1, r2: 0.97, q };
    const svg = drawn(drawingOf('CDF', aFit({ gamma, weibull })));
    const text = [...svg.querySelectorAll('text')].find((one) => one.textContent?.startsWith('δ'));
    expect(text?.textContent).toBe(words);
    expect(Number(text?.getAttribute('x'))).toBe(x);
  });

  it('that is still learning has points and no curve', () => {
    const svg = drawn(drawingOf('CDF', learning));
    expect(svg.querySelectorAll('g.block-maximum')).toHaveLength(3);
    expect(svg.querySelectorAll('g.curve')).toHaveLength(0);
    expect(factsOf('CDF', learning, 'x').lines).toContain('learning 3 of 5');
  });

  it('on probability paper is another picture, which says so', () => {
    const svg = drawn(drawingOf('Paper', fit));
    expect(svg.querySelectorAll('g.block-maximum')).toHaveLength(3);
    expect(svg.textContent).toContain('block maximum less η (log)');
    expect(factsOf('Paper', fit, 'x').title).toBe('Weibull probability paper of x');
  });

  it('by the GEV is a density over a histogram, and nothing before there is one', () => {
    const svg = drawn(drawingOf('GEV', fit));
    expect(svg.querySelectorAll('g.histogram')).toHaveLength(7);
    expect(svg.querySelectorAll('g.curve')).toHaveLength(1);
    expect(drawingOf('GEV', learning)).toBeNull();
  });

  it.each(['drift', 'rhythm'] as const)('of an alarm of %s is the series up to it', (cause) => {
    const { series } = whyOf(cause);
    const svg = drawn(series && seriesDrawing(series, 1));
    expect(commands(pathsOf(svg, 'curve')[0], 'L')).toBe(series?.value.length);
    expect(svg.querySelectorAll('g.limits')).toHaveLength(1);
    expect(svg.querySelectorAll('g.newest')).toHaveLength(1);
  });

  it('of a season is the cycle, and the one going on as far as it has come', () => {
    const svg = drawn(seasonDrawing(SEASON));
    expect(commands(pathsOf(svg, 'curve')[0], 'L')).toBe(48);
    const [today] = pathsOf(svg, 'newest');
    expect(commands(today, 'L')).toBe(30);
    expect(today?.hasAttribute('stroke-dasharray')).toBe(true);
  });

  it('counts every block maximum once in its histogram', () => {
    const area = histogram(gevMaxima).reduce(
      (sum, bar) => sum + bar.density * (bar.to - bar.from),
      0,
    );
    expect(area).toBeCloseTo(1, 10);
  });

  it.each([0, 0.2, -0.3])('has the slope of the distribution as density, shape %d', (shape) => {
    const gev = { shape, scale: 0.5, location: 2 };
    for (const x of [1, 1.8, 2, 2.5, 3.4]) {
      const slope = (gevCdf(x + 1e-6, gev) - gevCdf(x - 1e-6, gev)) / 2e-6;
      expect(gevDensity(x, gev)).toBeCloseTo(slope, 6);
    }
  });
});

describe('ticks', () => {
  it.each([
    [0, 10, 6, [0, 2, 4, 6, 8, 10]],
    [-0.13, 0.34, 5, [-0.1, 0, 0.1, 0.2, 0.3]],
    [3, 3, 5, []],
  ])('are round numbers from %d to %d', (min, max, most, expected) => {
    const found = valueTicks(min, max, most).at.map((tick) => Number(tick.toPrecision(9)));
    expect(found).toEqual(expected);
  });

  it('of time are what clocks show, wherever they stand', () => {
    expect(timeTicks(61, 302, 5)).toEqual({ step: 60, at: [120, 180, 240, 300] });
    expect(timeTicks(0, 7200, 3, 1800).at).toEqual([1800, 5400]);
  });

  it('of time leave the zone clear, which stands at the right end', () => {
    for (let fromMs = 0; fromMs < 30_000; fromMs += 1000) {
      const range = { min: fromMs / 1000, max: fromMs / 1000 + 100 };
      const svg = drawnAsSvg((area) =>
        drawTimeAxis({ ...area, x: (s) => area.x(s - range.min) }, range, COLOURS),
      );
      for (const text of svg.querySelectorAll('text[text-anchor="middle"]')) {
        const wide = textWidth(text.textContent ?? '', '12px');
        expect(Number(text.getAttribute('x')) + wide / 2).toBeLessThanOrEqual(600);
      }
    }
  });

  it('of time leave the day clear, which stands at the left end and is not said twice', () => {
    for (let second = 0; second < 30; second++) {
      const from = new Date(2025, 0, 12, 0, 0, second).getTime() / 1000;
      const range = { min: from, max: from + 100 };
      const svg = drawnAsSvg((area) =>
        drawTimeAxis({ ...area, x: (s) => area.x(s - from) }, range, COLOURS),
      );
      const day = [...svg.querySelectorAll('text')].find(
        (text) => text.textContent === '12 Jan 2025',
      );
      const ends = Number(day?.getAttribute('x')) + textWidth('12 Jan 2025', '12px');
      const labels = [...svg.querySelectorAll('text[text-anchor="middle"]')];
      expect(labels.length).toBeGreaterThan(1);
      for (const { textContent, x } of labels.map((text) => ({
        textContent: text.textContent ?? '',
        x: Number(text.getAttribute('x')),
      }))) {
        expect(x - textWidth(textContent, '12px') / 2).toBeGreaterThan(ends);
        expect(textContent).not.toBe('12 Jan');
      }
    }
  });
});
