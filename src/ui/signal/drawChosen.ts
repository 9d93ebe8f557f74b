/** The event that `Why` tells of: its stretch between two lines, with an arrow at its foot. */
import type { ChosenEvent } from '../../state/viewStore.ts';
import { insideArea, type PlotArea } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';

const LEAST_PX = 16;
const ARROW_PX = 6;

export function drawChosen(
  area: PlotArea,
  { fromMs, toMs }: ChosenEvent,
  colours: PlotColours,
): void {
  const { ratio, top, height } = area;
  const middle = (area.x(fromMs / 1000) + area.x(toMs / 1000)) / 2;
  const half = Math.max(area.x(toMs / 1000) - middle, (LEAST_PX / 2) * ratio);
  insideArea(area, (context) => {
    context.strokeStyle = colours.text;
    context.fillStyle = colours.text;
    context.lineWidth = ratio;
    area.part('chosen', () => {
      context.beginPath();
      for (const x of [middle - half, middle + half]) {
        context.moveTo(x, top);
        context.lineTo(x, top + height);
      }
      context.stroke();
      const foot = top + height;
      context.beginPath();
      context.moveTo(middle, foot - ARROW_PX * ratio);
      context.lineTo(middle + ARROW_PX * ratio, foot);
      context.lineTo(middle - ARROW_PX * ratio, foot);
      context.closePath();
      context.fill();
    });
  });
}
