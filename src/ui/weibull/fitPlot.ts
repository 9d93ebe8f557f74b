/** The plot of a fit, as large as its place: uPlot keeps the scales, a drawing does the rest. */
import uPlot from 'uplot';
import { roomFor } from '../plot/axes.ts';
import { placedIn } from '../plot/placedIn.ts';
import { type Ends, type PlotArea, plotArea } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import { canvasSheet, enlarged, type Sheet } from '../plot/surface.ts';
import { windowOf } from '../windowOf.ts';

/** What can be seen of a fit: by tab of the panel. */
export interface FitDrawing {
  readonly x: Ends;
  readonly y: Ends;
  /** Room for the axes, in CSS pixels. */
  readonly bottom: number;
  readonly left: number;
  /** @param latest deviation of the newest sample, in σ; null before the first */
  readonly draw: (area: PlotArea, colours: PlotColours, latest: number | null) => void;
}

export interface FitPlot {
  show(drawing: FitDrawing): void;
  showLatest(deviation: number | null): void;
  /** Draws what is shown now, elsewhere. */
  drawOn(sheet: Sheet): void;
  /** In CSS pixels. */
  size(): { readonly width: number; readonly height: number };
  destroy(): void;
}

/** uPlot only has to keep the scales. */
const NOTHING = [0, 0];

/**
 * Empty until something is shown. Follows the size of `host`.
 *
 * @param enlargedBy letters, lines and marks
 */
export function createFitPlot(
  host: HTMLElement,
  colours: PlotColours,
  enlargedBy: number,
): FitPlot {
  let shown: FitDrawing | null = null;
  let latest: number | null = null;
  const range: uPlot.Scale.Range = (_plot, min, max) => [min, max];
  const draw = (self: uPlot, sheet: Sheet): void => {
    if (!shown) return;
    sheet.context.save();
    shown.draw(
      plotArea(self, enlarged(sheet, enlargedBy), uPlot.pxRatio * enlargedBy),
      colours,
      latest,
    );
    sheet.context.restore();
  };
  const plot = new uPlot(
    {
      ...sizeOf(host),
      legend: { show: false },
      cursor: { show: false },
      padding: [8 * enlargedBy, 10 * enlargedBy, 0, 0],
      scales: { x: { time: false, auto: false, range }, y: { auto: false, range } },
      axes: [
        { ...roomFor('bottom', 0), size: () => enlargedBy * (shown?.bottom ?? 0) },
        { ...roomFor('left', 0), size: () => enlargedBy * (shown?.left ?? 0) },
      ],
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: { draw: [(self) => draw(self, canvasSheet(self.ctx, uPlot.pxRatio))] },
    },
    [NOTHING, NOTHING],
    placedIn(host),
  );
  const observer = new (windowOf(host).ResizeObserver)(() => plot.setSize(sizeOf(host)));
  observer.observe(host);
  return {
    show(drawing) {
      shown = drawing;
      plot.batch(() => {
        plot.setData([[drawing.x.min, drawing.x.max], NOTHING], false);
        plot.setScale('x', drawing.x);
        plot.setScale('y', drawing.y);
        plot.redraw(false, true);
      });
    },
    showLatest(deviation) {
      if (deviation === latest) return;
      latest = deviation;
      if (shown) plot.redraw(false);
    },
    drawOn: (sheet) => draw(plot, sheet),
    size: () => ({ width: plot.width, height: plot.height }),
    destroy() {
      observer.disconnect();
      plot.destroy();
    },
  };
}

/** In CSS pixels; a plot that is squeezed is cut off rather than drawn smaller than this. */
function sizeOf(host: HTMLElement): { width: number; height: number } {
  return { width: Math.max(host.clientWidth, 80), height: Math.max(host.clientHeight, 60) };
}
