/** The sample that is read out, ringed on its line. */
import type { Readout } from '../../analysis/messages/viewMessages.ts';
import { insideArea, type PlotArea } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';

const RADIUS = 4;

export function drawReadout(
  area: PlotArea,
  { timeMs, value }: Readout,
  colour: string,
  colours: PlotColours,
): void {
  insideArea(area, (context) => {
    context.beginPath();
    context.arc(area.x(timeMs / 1000), area.y(value), RADIUS * area.ratio, 0, 2 * Math.PI);
    context.fillStyle = colours.panel;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 2 * area.ratio;
    context.stroke();
  });
}
