/** The plots on the screen as files. */
import { downloadBlob, downloadText } from '../download.ts';
import type { JudgedBy } from '../picture/judgedBy.ts';
import { drawPicture, layOut, type Picture, pictureOf } from '../picture/picture.ts';
import { pictureSvg } from '../picture/pictureSvg.ts';
import { canvasTextWidth } from '../picture/textWidth.ts';
import { readPlotColours } from '../plot/plotColours.ts';
import type { PlotOffer } from '../plot/plotOffers.ts';
import { canvasSheet } from '../plot/surface.ts';
import { EXPORT_WORDS } from './exportWords.ts';

export type PlotFormat = 'svg' | 'png';

/** Null when a file was made; a sentence when it was not. */
export type PlotOutcome = string | null;

/**
 * Saves what the plots show at this moment.
 *
 * @param name of the file, without its ending
 * @param source whose signal: a board, a file
 * @param judgedBy what its channels were judged by
 */
export async function exportPlots(
  name: string,
  format: PlotFormat,
  plots: readonly PlotOffer[],
  source: string,
  judgedBy: JudgedBy,
): Promise<PlotOutcome> {
  if (plots.length === 0) return EXPORT_WORDS.notShown;
  const picture = pictureOf(plots, source, judgedBy);
  if (!picture) return EXPORT_WORDS.emptyPlot;
  if (format === 'svg') {
    const text = pictureSvg(picture, readPlotColours(), canvasTextWidth());
    downloadText(`${name}.svg`, 'image/svg+xml', text);
    return null;
  }
  const file = await picturePng(picture);
  if (!file) return EXPORT_WORDS.noPicture;
  downloadBlob(`${name}.png`, file);
  return null;
}

/** Null when the browser cannot make it. */
async function picturePng(picture: Picture): Promise<Blob | null> {
  const colours = readPlotColours();
  const layout = layOut(picture, colours.font, canvasTextWidth());
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(layout.width * devicePixelRatio);
  canvas.height = Math.round(layout.height * devicePixelRatio);
  const context = canvas.getContext('2d');
  if (!context) return null;
  drawPicture(canvasSheet(context, devicePixelRatio), picture, layout, colours);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
