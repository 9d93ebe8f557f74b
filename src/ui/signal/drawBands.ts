/** Where the samples were given up: the range of values over time, and the words that say so. */
import type { Bands } from '../../analysis/messages/historyMessages.ts';
import { insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import { DRAWN_WORDS } from './plotWords.ts';

export function drawBands(area: PlotArea, bands: Bands, colour: string): void {
  if (bands.from.length === 0) return;
  const { ratio } = area;
  insideArea(area, (context) => {
    context.globalAlpha = 0.55;
    context.fillStyle = colour;
    context.beginPath();
    for (let i = 0; i < bands.from.length; i++) {
      const left = area.x(bands.from[i] ?? Number.NaN);
      const right = area.x(bands.to[i] ?? Number.NaN);
      const top = area.y(bands.max[i] ?? Number.NaN);
      const bottom = area.y(bands.min[i] ?? Number.NaN);
      // A constant signal, or a single sample between two gaps, is still to be seen.
      context.rect(left, top - ratio / 2, Math.max(right - left, ratio), bottom - top + ratio);
    }
    area.part('overview-only', () => context.fill(), DRAWN_WORDS.overviewOnly);
  });
}

/** A dashed line where the kept samples begin, with words to its left if there is room. */
export function drawRawStart(area: PlotArea, rawFromMs: number, colours: PlotColours): void {
  const { ratio } = area;
  const x = area.x(rawFromMs / 1000);
  insideArea(area, (context) => {
    if (x <= area.left) return;
    context.strokeStyle = colours.text;
    context.lineWidth = ratio;
    context.setLineDash([4 * ratio, 4 * ratio]);
    context.beginPath();
    context.moveTo(x, area.top);
    context.lineTo(x, area.top + area.height);
    context.stroke();
    setSmallText(area, colours.font, colours.text);
    const right = Math.min(x, area.left + area.width) - 6 * ratio;
    const words = DRAWN_WORDS.overviewOnly;
    const width = context.measureText(words).width;
    if (right - width < area.left) return;
    context.globalAlpha = 0.8;
    context.fillStyle = colours.panel;
    context.fillRect(
      right - width - 3 * ratio,
      area.top + 2 * ratio,
      width + 6 * ratio,
      16 * ratio,
    );
    context.globalAlpha = 1;
    context.fillStyle = colours.text;
    context.textAlign = 'right';
    context.textBaseline = 'top';
    context.fillText(words, right, area.top + 3 * ratio);
  });
}
