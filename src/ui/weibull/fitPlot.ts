/** What the two plots of a fit share: frame, axes and one curve, as large as their place. */
import uPlot from 'uplot';
import type { PlotColours } from '../plot/plotColours.ts';

/** Both ends of a scale. */
interface Ends {
  readonly min: number;
  readonly max: number;
}

export interface FitPlot {
  /** Shows a curve within these scales. */
  show(curve: uPlot.AlignedData, x: Ends, y: Ends): void;
  redraw(): void;
  destroy(): void;
}

interface FitPlotOptions {
  /** What differs from one plot's axes to the other's. */
  readonly xAxis: uPlot.Axis;
  readonly yAxis: uPlot.Axis;
  /** Draws over axes and curve. */
  readonly draw: (plot: uPlot) => void;
}

/** Empty until something is shown. Follows the size of `host`. */
export function createFitPlot(
  host: HTMLElement,
  colours: PlotColours,
  { xAxis, yAxis, draw }: FitPlotOptions,
): FitPlot {
  const font = `12px ${colours.font}`;
  const axis: uPlot.Axis = {
    stroke: colours.text,
    font,
    labelFont: font,
    grid: { stroke: colours.grid, width: 1 },
    ticks: { show: false },
  };
  const range: uPlot.Scale.Range = (_plot, min, max) => [min, max];
  const plot = new uPlot(
    {
      ...sizeOf(host),
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 10, 0, 0],
      scales: { x: { time: false, auto: false, range }, y: { auto: false, range } },
      axes: [
        { ...axis, ...xAxis },
        { ...axis, ...yAxis },
      ],
      series: [
        {},
        { stroke: colours.signals[0] ?? colours.text, width: 2, points: { show: false } },
      ],
      hooks: { draw: [draw] },
    },
    [[], []],
    host,
  );
  const observer = new ResizeObserver(() => plot.setSize(sizeOf(host)));
  observer.observe(host);
  return {
    show(curve, x, y) {
      plot.batch(() => {
        plot.setData(curve, false);
        plot.setScale('x', x);
        plot.setScale('y', y);
      });
    },
    redraw: () => plot.redraw(false),
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
