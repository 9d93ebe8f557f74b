/** Block maxima as dots. */
import type { PlotArea } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';

const RADIUS = 3.5;

/** @param points in the plot's own units */
export function drawMaxima(
  area: PlotArea,
  colours: PlotColours,
  points: readonly (readonly [x: number, y: number])[],
): void {
  const { context, ratio } = area;
  context.fillStyle = colours.text;
  for (const [x, y] of points) {
    context.beginPath();
    context.arc(area.x(x), area.y(y), RADIUS * ratio, 0, 2 * Math.PI);
    area.part('block-maximum', () => context.fill());
  }
}
