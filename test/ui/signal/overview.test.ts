import { describe, expect, it } from 'vitest';
import type { ChannelView, Mark, View } from '../../../src/analysis/messages/viewMessages.ts';
import { createSvgSurface } from '../../../src/ui/plot/svgSurface.ts';
import { alarmClusters, alarmTicks } from '../../../src/ui/signal/alarmTicks.ts';
import { drawOverview, overviewHeight } from '../../../src/ui/signal/drawOverview.ts';
import { overviewSummary } from '../../../src/ui/signal/overviewSummary.ts';
import { COLOURS, textWidth } from '../plot/plotArea.ts';

const alarmAt = (seconds: number): Mark => ({
  timeMs: seconds * 1000,
  value: 1,
  by: 'browser',
  cause: 'level',
  outlier: true,
  alarms: 1,
});

function channelOf(alarmsAt: readonly number[], values = [0, 1, 0]): ChannelView {
  const none = new Float64Array(values.length).fill(Number.NaN);
  const empty = new Float64Array();
  return {
    time: Float64Array.from(values, (_, i) => (100 * i) / (values.length - 1)),
    value: Float64Array.from(values),
    lower: none,
    upper: none,
    bands: { from: empty, to: empty, min: empty, max: empty },
    marks: alarmsAt.map(alarmAt),
    collective: [],
    drift: [],
    rhythm: [],
    latest: null,
    learning: null,
  };
}

const wholeOf = (...channels: readonly ChannelView[]): View => ({
  fromMs: 0,
  toMs: 100_000,
  extent: null,
  channels,
  gaps: [],
});

function drawn(whole: View): Element {
  const { sheet, content } = createSvgSurface(textWidth);
  const lanes = whole.channels.map((_, index) => index);
  const height = overviewHeight(lanes.length);
  const looks = { lanes, colourOf: (c: number) => `#00000${c}`, colours: COLOURS };
  drawOverview(sheet, { width: 400, height }, whole, looks);
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${content()}</svg>`;
  return new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
}

describe('the overview', () => {
  it('has a lane for each channel, in its colour', () => {
    const svg = drawn(wholeOf(channelOf([]), channelOf([]), channelOf([])));
    const lines = [...svg.querySelectorAll('g.signal path')];
    expect(lines.map((line) => line.getAttribute('stroke'))).toEqual([
      '#000000',
      '#000001',
      '#000002',
    ]);
  });

  it('shows an alarm of any channel, not of the first alone', () => {
    const svg = drawn(wholeOf(channelOf([]), channelOf([50])));
    expect(svg.querySelectorAll('g.flag')).toHaveLength(1);
  });

  it('counts many alarms where a flag each would be one bar', () => {
    const whole = wholeOf(channelOf(Array.from({ length: 320 }, (_, i) => 20 + (i * 40) / 320)));
    const svg = drawn(whole);
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toEqual(['320']);
    const ticks = [...svg.querySelectorAll('g.flag')];
    expect(ticks.length).toBeLessThanOrEqual(41);
    expect(ticks[5]?.querySelector('title')?.textContent).toMatch(/^\d+ alarms$/);
  });

  it('tells clusters apart, and says nothing of a single alarm', () => {
    const whole = wholeOf(channelOf([10, 10.1, 10.2]), channelOf([10.15, 60]));
    expect(alarmClusters(alarmTicks(whole, 400)).map(({ alarms }) => alarms)).toEqual([4, 1]);
    expect([...drawn(whole).querySelectorAll('text')].map((text) => text.textContent)).toEqual([
      '4',
    ]);
  });

  it('gives many channels more room, up to a bound', () => {
    expect(overviewHeight(12)).toBeGreaterThan(overviewHeight(3));
    expect(overviewHeight(64)).toBe(overviewHeight(40));
  });

  it('says in words how many alarms each channel has', () => {
    const channels = ['vibration', 'temp'].map((name) => ({ name, unit: '' }));
    const words = overviewSummary(wholeOf(channelOf([1, 2]), channelOf([3])), channels);
    expect(words).toMatch(/^The whole session, .* to .*: 3 alarms \(vibration 2, temp 1\)\./);
  });
});
