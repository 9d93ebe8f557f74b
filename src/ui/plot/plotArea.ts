/** The part of a plot that shows data, with its two scales: what drawing code needs. */
import type uPlot from 'uplot';
import type { Sheet, Surface } from './surface.ts';

export interface PlotArea extends Pick<Sheet, 'context' | 'ratio' | 'part'> {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The surface's pixels from the plot's own unit. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Both ends of a scale. */
export interface Ends {
  readonly min: number;
  readonly max: number;
}

/** The ends of a scale of uPlot; null before it has any. */
export function endsOf(plot: uPlot, scale: string): Ends | null {
  const { min, max } = plot.scales[scale] ?? {};
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : null;
}

/**
 * The plotted area of `plot` on a sheet.
 *
 * @param pixelRatio canvas pixels in a CSS pixel of the plot's own canvas
 * @param yScale the uPlot scale that values are on; like that of time it is linear
 */
export function plotArea(plot: uPlot, sheet: Sheet, pixelRatio: number, yScale = 'y'): PlotArea {
  const { context, ratio, part } = sheet;
  const scaled = ratio / pixelRatio;
  const left = sheet.left + plot.bbox.left * scaled;
  const top = sheet.top + plot.bbox.top * scaled;
  const width = plot.bbox.width * scaled;
  const height = plot.bbox.height * scaled;
  // uPlot's own valToPos looks its scale up by name for every point: too slow for all of a frame.
  const pixels = (scale: string, from: number, length: number) => {
    const ends = endsOf(plot, scale);
    if (!ends) return () => Number.NaN;
    const perUnit = length / (ends.max - ends.min);
    return (value: number) => from + (value - ends.min) * perUnit;
  };
  return {
    context,
    ratio,
    part,
    left,
    top,
    width,
    height,
    x: pixels('x', left, width),
    y: pixels(yScale, top + height, -height),
  };
}

/** Draws inside the area only; leaves the context as it was. */
export function insideArea(area: PlotArea, draw: (context: Surface) => void): void {
  const { context, left, top, width, height } = area;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  draw(context);
  context.restore();
}

/** Small text in the plots' font. */
export function setSmallText(area: PlotArea, font: string, colour: string): void {
  area.context.font = `${12 * area.ratio}px ${font}`;
  area.context.fillStyle = colour;
}
