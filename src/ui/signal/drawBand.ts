/** The limits: a soft band with a thin edge; while learning, words where they are missing. */
import type { ChannelView } from '../../analysis/messages/viewMessages.ts';
import { learningWords } from '../learningWords.ts';
import { traceBand, traceLine } from '../plot/brokenLine.ts';
import { insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours, SignalStroke } from '../plot/plotColours.ts';

const LINE_HEIGHT = 18;
const BAND_STRENGTH = 0.05;
const EDGE_STRENGTH = 0.6;

/** The limits of the only channel of a plot. */
export function drawBand(area: PlotArea, view: ChannelView, colours: PlotColours): void {
  draw(area, view, (context) => {
    context.fillStyle = colours.band;
    context.strokeStyle = colours.bandEdge;
    return { fill: 1, edge: 1 };
  });
}

/** The limits of one channel of several in a plot: in the look of its line. */
export function drawBandOf(area: PlotArea, view: ChannelView, stroke: SignalStroke): void {
  draw(area, view, (context) => {
    context.fillStyle = stroke.colour;
    context.strokeStyle = stroke.colour;
    context.setLineDash(stroke.dash.map((length) => length * area.ratio));
    return { fill: BAND_STRENGTH, edge: EDGE_STRENGTH };
  });
}

function draw(
  area: PlotArea,
  view: ChannelView,
  dress: (context: PlotArea['context']) => { readonly fill: number; readonly edge: number },
): void {
  insideArea(area, (context) => {
    area.part('limits', () => {
      const strength = dress(context);
      context.globalAlpha = strength.fill;
      traceBand(area, view.time, view.lower, view.upper);
      context.fill();
      context.globalAlpha = strength.edge;
      context.lineWidth = area.ratio;
      for (const limit of [view.lower, view.upper]) {
        traceLine(area, view.time, limit);
        context.stroke();
      }
    });
  });
}

/**
 * How long a channel still learns.
 *
 * @param name of the channel, where a plot has several
 * @param line counted from the top: each channel has its own
 */
export function drawLearning(
  area: PlotArea,
  { learning }: ChannelView,
  colours: PlotColours,
  name: string | null,
  line: number,
): void {
  if (!learning) return;
  const { ratio } = area;
  insideArea(area, (context) => {
    const told = learningWords(learning.learned, learning.needed, learning.leftMs);
    const words = name === null ? told : `${name}: ${told}`;
    setSmallText(area, colours.font, colours.panel);
    const right = area.left + area.width - 6 * ratio;
    const left = right - context.measureText(words).width;
    const top = area.top + line * LINE_HEIGHT * ratio;
    context.fillRect(left - 3 * ratio, top + ratio, area.width, LINE_HEIGHT * ratio);
    context.fillStyle = colours.text;
    context.textAlign = 'right';
    context.textBaseline = 'top';
    context.fillText(words, right, top + 4 * ratio);
  });
}
