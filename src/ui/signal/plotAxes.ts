/** The axes of the strips: their sizes, and what stands at their ticks. */
import type uPlot from 'uplot';
import { formatAxisTime, formatMeasured } from '../format.ts';
import type { PlotColours } from '../plot/plotColours.ts';

/** Width of a y axis in CSS pixels: the same for all strips, so that their times line up. */
export const Y_AXIS_WIDTH = 62;
/** Room at the right where there is no axis. */
export const RIGHT_PADDING = 8;
const TIME_AXIS_HEIGHT = 26;
const TIME_LABEL_WIDTH = 54;

export function timeAxis(colours: PlotColours, show: boolean): uPlot.Axis {
  return {
    ...looks(colours),
    show,
    size: TIME_AXIS_HEIGHT,
    space: 90,
    values: (plot, splits, _axis, _space, increment) =>
      splits.map((seconds) => (fits(plot, seconds) ? formatAxisTime(seconds, increment) : '')),
  };
}

/** The first axis stands at the left and carries the grid; a second one at the right. */
export function valueAxis(colours: PlotColours, scale: string, isFirst: boolean): uPlot.Axis {
  const axis: uPlot.Axis = {
    ...looks(colours),
    scale,
    side: isFirst ? 3 : 1,
    size: Y_AXIS_WIDTH,
    space: 28,
    values: (_plot, splits, _axis, _space, increment) => axisValues(splits, increment),
  };
  return isFirst ? axis : { ...axis, grid: { show: false } };
}

const looks = (colours: PlotColours) => ({
  stroke: colours.text,
  font: `12px ${colours.font}`,
  grid: { stroke: colours.grid, width: 1 },
  ticks: { show: false },
});

/** Whether a time label has room before the right edge of the canvas. */
function fits(plot: uPlot, seconds: number): boolean {
  const { max = seconds, min = seconds } = plot.scales.x ?? {};
  const share = (max - seconds) / (max - min || 1);
  return share * (plot.width - Y_AXIS_WIDTH) > TIME_LABEL_WIDTH / 2;
}

/** Decimals that a tick distance needs: 1 for 2.5, 2 for 0.25. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 6;
}

/** Ticks with as many decimals as their step needs, and no more. */
function axisValues(splits: readonly number[], step: number): string[] {
  const largest = Math.max(...splits.map(Math.abs));
  if (largest >= 1e6 || (step > 0 && step < 1e-5)) {
    return splits.map((value) => formatMeasured(value, 3));
  }
  const decimals = decimalsOf(step);
  return splits.map((value) => value.toFixed(decimals).replace('-', '−'));
}
