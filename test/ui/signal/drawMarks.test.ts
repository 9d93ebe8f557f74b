import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../src/analysis/messages/viewMessages.ts';
import type { PlotArea } from '../../../src/ui/plot/plotArea.ts';
import type { PlotColours } from '../../../src/ui/plot/plotColours.ts';
import type { Surface } from '../../../src/ui/plot/surface.ts';
import { drawChosen } from '../../../src/ui/signal/drawChosen.ts';
import { drawMarks } from '../../../src/ui/signal/drawMarks.ts';
import { collectiveLook, labelSpans } from '../../../src/ui/signal/drawSpans.ts';

const COLOURS = {} as PlotColours;
const LABEL_WIDTH = 50;

/** A plot of 100 s from x 100 to 600, that notes where lines begin and words stand. */
function notingArea(): { area: PlotArea; lines: number[][]; words: [string, number][] } {
  const lines: number[][] = [];
  const words: [string, number][] = [];
  const nothing = (): void => undefined;
  const context = new Proxy(
    {
      moveTo: (x: number, y: number) => lines.push([x, y]),
      fillText: (text: string, x: number) => words.push([text, x]),
      measureText: () => ({ width: LABEL_WIDTH }),
    },
    { get: (own, name) => Reflect.get(own, name) ?? nothing, set: () => true },
  ) as unknown as Surface;
  const area: PlotArea = {
    context,
    part: (_name, draw) => draw(),
    left: 100,
    top: 20,
    width: 500,
    height: 80,
    ratio: 1,
    x: (seconds: number) => 100 + 5 * seconds,
    y: () => 60,
  };
  return { area, lines, words };
}

const alarmAt = (seconds: number): Mark => ({
  timeMs: seconds * 1000,
  value: 1,
  by: 'browser',
  cause: 'level',
  outlier: true,
  alarms: 1,
});

/** Where the poles of the flags begin. */
function polesOf(marks: readonly Mark[], names: { left: number; right: number }): number[] {
  const { area, lines } = notingArea();
  drawMarks(area, marks, COLOURS, names);
  return marks.map((mark) => {
    const x = area.x(mark.timeMs / 1000);
    return Math.min(...lines.filter(([at]) => at === x).map(([, y]) => y ?? Number.NaN));
  });
}

describe('an alarm’s flag', () => {
  it('stands above the plot, and within it where a name stands above', () => {
    const [underName, beside, atTheRight] = polesOf([alarmAt(1), alarmAt(50), alarmAt(99)], {
      left: 30,
      right: 30,
    });
    expect(underName).toBeGreaterThanOrEqual(20);
    expect(beside).toBeLessThan(20);
    expect(atTheRight).toBeGreaterThanOrEqual(20);
  });

  it('stands above the plot everywhere when the names do not reach over it', () => {
    for (const pole of polesOf([alarmAt(0), alarmAt(100)], { left: 0, right: 0 })) {
      expect(pole).toBeLessThan(20);
    }
  });
});

it('the event that is told of stands between two lines, however short it is', () => {
  const { area, lines } = notingArea();
  drawChosen(area, { channel: 0, fromMs: 50_000, toMs: 50_010 }, COLOURS);
  const [from = 0, to = 0] = lines.map(([x]) => x ?? 0);
  expect(from).toBeLessThan(area.x(50));
  expect(to - from).toBeGreaterThanOrEqual(16);
});

describe('alarms in a few pixels', () => {
  it('share one flag with their number', () => {
    const { area, lines, words } = notingArea();
    const marks = [10, 10.4, 10.9, 60].map(alarmAt);
    drawMarks(area, marks, COLOURS, { left: 0, right: 0 });
    const poles = new Set(lines.map(([x]) => x));
    expect([...poles]).toHaveLength(2);
    expect(words.map(([text]) => text)).toEqual(['3']);
  });

  it('that one mark already stands for are counted', () => {
    const { area, words } = notingArea();
    drawMarks(area, [{ ...alarmAt(10), alarms: 320 }], COLOURS, { left: 0, right: 0 });
    expect(words.map(([text]) => text)).toEqual(['99+']);
  });
});

describe('the label of a collective anomaly', () => {
  it('is whole while its span leaves the view at the left, and goes with it', () => {
    const { area, words } = notingArea();
    labelSpans(area, [{ fromMs: -9000, toMs: 3000 }], collectiveLook(COLOURS), COLOURS);
    expect(words.map(([, x]) => x >= area.left)).toEqual([true]);
    const gone = notingArea();
    labelSpans(gone.area, [{ fromMs: -9000, toMs: -1000 }], collectiveLook(COLOURS), COLOURS);
    expect(gone.words).toEqual([]);
  });

  it('is whole while its span enters at the right', () => {
    const { area, words } = notingArea();
    labelSpans(area, [{ fromMs: 99_000, toMs: 110_000 }], collectiveLook(COLOURS), COLOURS);
    expect(words.map(([, x]) => x + LABEL_WIDTH <= area.left + area.width)).toEqual([true]);
  });
});
