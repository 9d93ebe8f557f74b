/** The limits: a soft band with a thin edge; while learning, a label in its place. */
import type { ChannelView } from '../../analysis/messages/viewMessages.ts';
import { brokenBand, brokenLine } from './brokenLine.ts';
import { insideArea, type PlotArea, setSmallText } from './plotArea.ts';
import type { PlotColours } from './plotColours.ts';

export function drawBand(area: PlotArea, view: ChannelView, colours: PlotColours): void {
  insideArea(area, (context) => {
    context.fillStyle = colours.band;
    context.fill(brokenBand(area, view.time, view.lower, view.upper));
    context.strokeStyle = colours.bandEdge;
    context.lineWidth = area.ratio;
    context.stroke(brokenLine(area, view.time, view.lower));
    context.stroke(brokenLine(area, view.time, view.upper));
    if (view.learning) {
      const { learned, needed } = view.learning;
      setSmallText(area, colours.font, colours.text);
      context.textAlign = 'left';
      context.textBaseline = 'top';
      context.fillText(
        `learning ${learned} of ${needed}`,
        area.left + 8 * area.ratio,
        area.top + 5 * area.ratio,
      );
    }
  });
}
