/** The limits: a soft band with a thin edge; while learning, a label where it is missing. */
import type { ChannelView } from '../../analysis/messages/viewMessages.ts';
import { learningWords } from '../learningWords.ts';
import { traceBand, traceLine } from '../plot/brokenLine.ts';
import { insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';

export function drawBand(area: PlotArea, view: ChannelView, colours: PlotColours): void {
  insideArea(area, (context) => {
    area.part('limits', () => {
      context.fillStyle = colours.band;
      traceBand(area, view.time, view.lower, view.upper);
      context.fill();
      context.strokeStyle = colours.bandEdge;
      context.lineWidth = area.ratio;
      for (const limit of [view.lower, view.upper]) {
        traceLine(area, view.time, limit);
        context.stroke();
      }
    });
    if (view.learning) {
      const { learned, needed, leftMs } = view.learning;
      const words = learningWords(learned, needed, leftMs);
      setSmallText(area, colours.font, colours.panel);
      const right = area.left + area.width - 6 * area.ratio;
      const left = right - context.measureText(words).width;
      context.fillRect(left - 3 * area.ratio, area.top + area.ratio, area.width, 18 * area.ratio);
      context.fillStyle = colours.text;
      context.textAlign = 'right';
      context.textBaseline = 'top';
      context.fillText(words, right, area.top + 4 * area.ratio);
    }
  });
}
