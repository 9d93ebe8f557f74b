/** A picture as SVG. */
import type { PlotColours } from '../plot/plotColours.ts';
import { createSvgSurface } from '../plot/svgSurface.ts';
import { element, escapeXml } from '../plot/svgText.ts';
import { drawPicture, layOut, type Picture, type TextWidth } from './picture.ts';

/** A whole drawing with a name and a description for those who do not see it. */
export function pictureSvg(picture: Picture, colours: PlotColours, textWidth: TextWidth): string {
  const layout = layOut(picture, colours.font, textWidth);
  const { sheet, content } = createSvgSurface(textWidth);
  drawPicture(sheet, picture, layout, colours);
  const { width, height } = layout;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'title desc',
  };
  const head =
    element('title', { id: 'title' }, escapeXml(picture.title)) +
    element('desc', { id: 'desc' }, escapeXml(picture.description));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', attributes, head + content())}\n`;
}
