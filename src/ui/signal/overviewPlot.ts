/** The whole session at a glance, with the visible window marked. Owns its uPlot. */
import uPlot from 'uplot';
import type { Span, View } from '../../analysis/messages.ts';
import { brokenLine } from './brokenLine.ts';
import { drawGaps } from './drawSpans.ts';
import { insideArea, plotArea } from './plotArea.ts';
import type { PlotColours } from './plotColours.ts';
import { Y_AXIS_WIDTH } from './stripPlot.ts';
import { wantedRange } from './yRange.ts';

const HEIGHT = 34;

export interface OverviewPlot {
  show(whole: View, channel: number): void;
  /** Marks the window that is visible above; redraws only when that makes a difference. */
  mark(visible: Span): void;
  resize(widthPx: number): void;
  destroy(): void;
}

export function createOverviewPlot(
  host: HTMLElement,
  colours: PlotColours,
  onPick: (timeMs: number) => void,
): OverviewPlot {
  let whole: View | null = null;
  let channel = 0;
  let visible: Span | null = null;

  const plot = new uPlot(
    {
      width: Math.max(host.clientWidth, 80),
      height: HEIGHT,
      legend: { show: false },
      padding: [2, 8, 2, Y_AXIS_WIDTH],
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      axes: [{ show: false }, { show: false }],
      scales: {
        x: { auto: false, range: (_plot, min, max) => [min, max] },
        y: { auto: false, range: (_plot, min, max) => [min, max] },
      },
      series: [
        {},
        {
          stroke: colours.text,
          width: 1,
          points: { show: false },
          paths: (self) => {
            const data = whole?.channels[channel];
            if (!data) return null;
            const area = plotArea(self, uPlot.pxRatio);
            return { stroke: brokenLine(area, data.time, data.value), fill: null, flags: 0 };
          },
        },
      ],
      hooks: {
        drawAxes: [
          (self) => {
            if (whole) drawGaps(plotArea(self, uPlot.pxRatio), whole.gaps, colours);
          },
        ],
        draw: [
          (self) => {
            if (visible) markWindow(self, visible, colours);
          },
        ],
      },
    },
    [new Float64Array(), new Float64Array()],
    host,
  );
  plot.over.addEventListener('click', () => {
    const { left } = plot.cursor;
    if (left !== undefined && left >= 0) onPick(plot.posToVal(left, 'x') * 1000);
  });

  return {
    show(view, index) {
      whole = view;
      channel = index;
      const data = view.channels[index];
      const range = data && wantedRange(data);
      if (!data || !range) return;
      plot.batch(() => {
        plot.setData([data.time, data.value], false);
        plot.setScale('x', { min: view.fromMs / 1000, max: view.toMs / 1000 });
        plot.setScale('y', range);
      });
    },
    mark(span) {
      const moved =
        visible === null ||
        pixelsApart(plot, span.fromMs, visible.fromMs) >= 1 ||
        pixelsApart(plot, span.toMs, visible.toMs) >= 1;
      if (!moved) return;
      visible = { fromMs: span.fromMs, toMs: span.toMs };
      plot.redraw(false);
    },
    resize: (width) => plot.setSize({ width, height: HEIGHT }),
    destroy: () => plot.destroy(),
  };
}

function pixelsApart(plot: uPlot, aMs: number, bMs: number): number {
  return Math.abs(plot.valToPos(aMs / 1000, 'x') - plot.valToPos(bMs / 1000, 'x'));
}

function markWindow(plot: uPlot, span: Span, colours: PlotColours): void {
  const area = plotArea(plot, uPlot.pxRatio);
  insideArea(area, (context) => {
    const from = Math.max(area.x(span.fromMs / 1000), area.left);
    const to = Math.min(area.x(span.toMs / 1000), area.left + area.width);
    const width = Math.max(to - from, 3 * area.ratio);
    context.fillStyle = colours.band;
    context.fillRect(from, area.top, width, area.height);
    context.strokeStyle = colours.signals[0] ?? colours.text;
    context.lineWidth = 1.5 * area.ratio;
    context.strokeRect(from, area.top + area.ratio, width, area.height - 2 * area.ratio);
  });
}
