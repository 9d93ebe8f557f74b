/** A plot of 100 s from x 100 to 600, on whatever a test gives. */
import type { PlotArea } from '../../../src/ui/plot/plotArea.ts';
import type { PlotColours } from '../../../src/ui/plot/plotColours.ts';
import type { Sheet } from '../../../src/ui/plot/surface.ts';
import { createSvgSurface } from '../../../src/ui/plot/svgSurface.ts';

/** Letters of half their height: no font is needed to know how wide a text is. */
export const textWidth = (text: string, font: string): number =>
  [...text].length * 0.5 * Number(/([\d.]+)px/.exec(font)?.[1] ?? 0);

export const COLOURS: PlotColours = {
  signals: ['#0072b2', '#00735a', '#8f3f77', '#5a5200'],
  band: 'rgb(0 114 178 / 11%)',
  bandEdge: 'rgb(0 114 178 / 50%)',
  browser: '#d55e00',
  board: '#16202a',
  alarm: '#c04400',
  collective: 'rgb(230 159 0 / 22%)',
  collectiveEdge: '#8a5300',
  drift: 'rgb(143 63 119 / 15%)',
  driftEdge: '#8f3f77',
  rhythmEdge: '#005f86',
  gap: 'rgb(77 90 102 / 45%)',
  grid: 'rgb(22 32 42 / 9%)',
  text: '#4d5a66',
  panel: '#ffffff',
  font: 'sans-serif',
};

/** @param values what the plot's foot and top stand for */
function areaOn(
  sheet: Sheet,
  values: { readonly min: number; readonly max: number } = { min: 0, max: 10 },
): PlotArea {
  const { context, part, ratio } = sheet;
  const [top, height] = [20, 80];
  const share = (value: number) => (value - values.min) / (values.max - values.min);
  return {
    context,
    part,
    ratio,
    left: 100,
    top,
    width: 500,
    height,
    x: (seconds) => 100 + 5 * seconds,
    y: (value) => top + height * (1 - share(value)),
  };
}

/** Draws onto an area and gives back what an SVG has of it. */
export function drawnAsSvg(
  draw: (area: PlotArea) => void,
  values?: { readonly min: number; readonly max: number },
): Element {
  const { sheet, content } = createSvgSurface(textWidth);
  draw(areaOn(sheet, values));
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${content()}</svg>`;
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (parsed.querySelector('parsererror')) throw new Error(text);
  return parsed.documentElement;
}
