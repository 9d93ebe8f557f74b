/** The part of a plot's canvas that shows data, with its two scales: what drawing code needs. */
import type uPlot from 'uplot';

export interface PlotArea {
  readonly context: CanvasRenderingContext2D;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Canvas pixels in a CSS pixel. */
  readonly ratio: number;
  /** Canvas pixels from the plot's own unit. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** @param yScale the uPlot scale that values are on; like that of time it is linear */
export function plotArea(plot: uPlot, pixelRatio: number, yScale = 'y'): PlotArea {
  const { left, top, width, height } = plot.bbox;
  // uPlot's own valToPos looks its scale up by name for every point: too slow for all of a frame.
  const pixels = (scale: string, from: number, length: number) => {
    const { min, max } = plot.scales[scale] ?? {};
    if (typeof min !== 'number' || typeof max !== 'number') return () => Number.NaN;
    const perUnit = length / (max - min);
    return (value: number) => from + (value - min) * perUnit;
  };
  return {
    context: plot.ctx,
    left,
    top,
    width,
    height,
    ratio: pixelRatio,
    x: pixels('x', left, width),
    y: pixels(yScale, top + height, -height),
  };
}

/** Draws inside the area only; leaves the context as it was. */
export function insideArea(
  area: PlotArea,
  draw: (context: CanvasRenderingContext2D) => void,
): void {
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
