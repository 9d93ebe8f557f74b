/** A picture as SVG. */
import type { PlotColours } from '../plot/plotColours.ts';
import { createSvgSurface, type SvgLook } from '../plot/svgSurface.ts';
import { element, escapeXml } from '../plot/svgText.ts';
import { drawPicture, layOut, type Picture, type TextWidth } from './picture.ts';

/** A file of its own. */
export function pictureSvg(picture: Picture, colours: PlotColours, textWidth: TextWidth): string {
  const svg = pictureElement(picture, colours, textWidth);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

/** A whole drawing with a name and a description for those who do not see it. */
export function pictureElement(
  picture: Picture,
  colours: PlotColours,
  textWidth: TextWidth,
  look: SvgLook = {},
): string {
  const layout = layOut(picture, colours.font, textWidth);
  const { sheet, content } = createSvgSurface(textWidth, look);
  drawPicture(sheet, picture, layout, colours);
  const { width, height } = layout;
  const { idPrefix = '' } = look;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': `${idPrefix}title ${idPrefix}desc`,
  };
  const head =
    element('title', { id: `${idPrefix}title` }, escapeXml(picture.title)) +
    element('desc', { id: `${idPrefix}desc` }, escapeXml(picture.description));
  return element('svg', attributes, head + content());
}
