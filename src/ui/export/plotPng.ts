/** Plots as they stand on the screen, in one picture with a title and a caption on solid ground. */
import type { PlotColours } from '../plot/plotColours.ts';
import type { PlotCaption } from './plotCaption.ts';

export interface NamedCanvas {
  readonly canvas: HTMLCanvasElement;
  /** Over the plot; empty where the canvas says it itself. */
  readonly name: string;
}

const MARGIN = 16;
const TITLE_HEIGHT = 34;
const NAME_HEIGHT = 20;
const LINE_HEIGHT = 18;

/** Null when the browser cannot make a picture of it. */
export async function plotPng(
  plots: readonly NamedCanvas[],
  caption: PlotCaption,
  colours: PlotColours,
  pixelRatio: number,
): Promise<Blob | null> {
  const px = (cssPixels: number) => Math.round(cssPixels * pixelRatio);
  const widest = Math.max(...plots.map(({ canvas }) => canvas.width), px(480));
  const room = widest - px(2 * MARGIN);
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (!context) return null;
  const font = (size: number, weight = 400) => `${weight} ${px(size)}px ${colours.font}`;
  context.font = font(12);
  const lines = caption.lines.flatMap((line) => wrapped(context, line, room));
  const plotsHeight = plots.reduce(
    (sum, { canvas, name }) => sum + canvas.height + (name === '' ? 0 : px(NAME_HEIGHT)),
    0,
  );
  picture.width = widest;
  picture.height = px(TITLE_HEIGHT + MARGIN) + plotsHeight + px(LINE_HEIGHT) * lines.length;
  context.fillStyle = colours.panel;
  context.fillRect(0, 0, picture.width, picture.height);
  context.fillStyle = colours.text;
  context.textBaseline = 'top';

  let top = px(10);
  context.font = font(16, 600);
  context.fillText(caption.title, px(MARGIN), top, room);
  top = px(TITLE_HEIGHT);
  for (const { canvas, name } of plots) {
    if (name !== '') {
      context.font = font(12, 600);
      context.fillText(name, px(MARGIN), top + px(4), room);
      top += px(NAME_HEIGHT);
    }
    context.drawImage(canvas, 0, top);
    top += canvas.height;
  }
  context.font = font(12);
  for (const [i, line] of lines.entries()) {
    context.fillText(line, px(MARGIN), top + px(4) + px(LINE_HEIGHT) * i, room);
  }
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
}

/** A line cut at its blanks into lines that fit. */
function wrapped(context: CanvasRenderingContext2D, line: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && context.measureText(longer).width > room) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}
