/** The whole session at a glance. Owns its uPlot. */
import uPlot from 'uplot';
import type { View } from '../../analysis/messages/viewMessages.ts';
import { traceLine } from '../plot/brokenLine.ts';
import { insideArea, plotArea } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import { canvasSheet } from '../plot/surface.ts';
import { wantedRange } from '../plot/yRange.ts';
import { drawBands } from './drawBands.ts';
import { drawGaps } from './drawSpans.ts';
import { RIGHT_PADDING, Y_AXIS_WIDTH } from './stripPlot.ts';

/** uPlot only has to keep the scales: the line is drawn from the view. */
const NOTHING = [0, 0];
const HEIGHT = 34;

export interface OverviewPlot {
  show(whole: View, channel: number): void;
  resize(widthPx: number): void;
  destroy(): void;
}

export function createOverviewPlot(host: HTMLElement, colours: PlotColours): OverviewPlot {
  let whole: View | null = null;
  let channel = 0;

  const plot = new uPlot(
    {
      width: Math.max(host.clientWidth, 80),
      height: HEIGHT,
      legend: { show: false },
      padding: [2, RIGHT_PADDING, 2, Y_AXIS_WIDTH],
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      axes: [{ show: false }, { show: false }],
      scales: {
        x: { auto: false, range: (_plot, min, max) => [min, max] },
        y: { auto: false, range: (_plot, min, max) => [min, max] },
      },
      series: [
        {},
        {
          paths: () => null,
          points: { show: false },
        },
      ],
      hooks: {
        draw: [
          (self) => {
            const area = plotArea(self, canvasSheet(self.ctx, uPlot.pxRatio), uPlot.pxRatio);
            self.ctx.save();
            if (whole) drawGaps(area, whole.gaps, colours);
            const data = whole?.channels[channel];
            if (data) {
              drawBands(area, data.bands, colours.text);
              insideArea(area, (context) => {
                context.strokeStyle = colours.text;
                context.lineWidth = area.ratio;
                traceLine(area, data.time, data.value);
                context.stroke();
              });
            }
            self.ctx.restore();
          },
        ],
      },
    },
    [NOTHING, NOTHING],
    host,
  );

  return {
    show(view, index) {
      whole = view;
      channel = index;
      const data = view.channels[index];
      const range = data && wantedRange(data);
      if (!data || !range) return;
      plot.batch(() => {
        const [min, max] = [view.fromMs / 1000, view.toMs / 1000];
        plot.setData([[min, max], NOTHING], false);
        plot.setScale('x', { min, max });
        plot.setScale('y', range);
      });
    },
    resize: (width) => plot.setSize({ width, height: HEIGHT }),
    destroy: () => plot.destroy(),
  };
}
