/** A picture of plots, one above the other, with title and caption: laid out, then drawn anywhere. */
import type { PlotColours } from '../plot/plotColours.ts';
import type { PlotFacts, PlotHeading, PlotOffer } from '../plot/plotOffers.ts';
import type { Sheet } from '../plot/surface.ts';
import { type JudgedBy, judgedByLines } from './judgedBy.ts';

/** Of plots that show something. */
export interface Picture {
  readonly title: string;
  /** In words, for those who do not see it. */
  readonly description: string;
  /** The lines under the plots. */
  readonly lines: readonly string[];
  readonly plots: readonly PicturedPlot[];
}

interface PicturedPlot extends Pick<PlotFacts, 'headings'> {
  readonly width: number;
  readonly height: number;
  readonly draw: (sheet: Sheet) => void;
}

/** What stands where, in CSS pixels. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly lines: readonly string[];
}

/** How wide a text is in a font, in CSS pixels. */
export type TextWidth = (text: string, font: string) => number;

const MARGIN = 16;
const TITLE_SIZE = 16;
const TITLE_LINE_HEIGHT = 22;
const SMALL_SIZE = 12;
const HEADING_HEIGHT = 20;
const LINE_HEIGHT = 18;
const LEAST_WIDTH = 480;
/** A heading's piece of line, and the space between two headings. */
const STROKE_LENGTH = 26;
const HEADING_GAP = 18;

/**
 * What the plots show at this moment; null when that is nothing.
 *
 * @param source whose signal: a board, a file
 * @param judgedBy what its channels were judged by
 */
export function pictureOf(
  plots: readonly PlotOffer[],
  source: string,
  judgedBy: JudgedBy,
): Picture | null {
  const shown = plots.flatMap((plot) => {
    const facts = plot.facts();
    const { draw, channels } = plot;
    return facts ? [{ facts, ...plot.size(), draw, channels, headings: facts.headings }] : [];
  });
  if (shown.length === 0) return null;
  const facts = shown.map((plot) => plot.facts);
  // Strips above each other show the same stretch of time: said once.
  const channels = shown.flatMap((plot) => plot.channels);
  const lines = [
    ...new Set(facts.flatMap((each) => each.lines)),
    ...judgedByLines(judgedBy, channels),
  ];
  return {
    title: `${source}: ${facts.map((each) => each.title).join(', ')}`,
    description: [...facts.map((each) => each.summary), `${lines.join('. ')}.`].join(' '),
    lines,
    plots: shown,
  };
}

export function layOut(picture: Picture, font: string, textWidth: TextWidth): PictureLayout {
  const width = Math.max(...picture.plots.map((plot) => plot.width), LEAST_WIDTH);
  const room = width - 2 * MARGIN;
  const title = wrapped(picture.title, room, (text) => textWidth(text, titleFont(font, 1)));
  const lines = picture.lines.flatMap((line) =>
    wrapped(line, room, (text) => textWidth(text, smallFont(font, 1))),
  );
  const plots = picture.plots.reduce((sum, plot) => sum + headingRoom(plot) + plot.height, 0);
  const height =
    MARGIN + title.length * TITLE_LINE_HEIGHT + plots + lines.length * LINE_HEIGHT + MARGIN;
  return { width, height, title, lines };
}

export function drawPicture(
  sheet: Sheet,
  picture: Picture,
  layout: PictureLayout,
  colours: PlotColours,
): void {
  const { context, ratio } = sheet;
  context.fillStyle = colours.panel;
  context.fillRect(0, 0, layout.width * ratio, layout.height * ratio);
  let top = MARGIN - 6;
  const write = (text: string, left: number, down: number): void => {
    context.fillStyle = colours.text;
    context.textAlign = 'left';
    context.textBaseline = 'top';
    context.fillText(text, left * ratio, (top + down) * ratio);
  };
  context.font = titleFont(colours.font, ratio);
  for (const line of layout.title) {
    write(line, MARGIN, 0);
    top += TITLE_LINE_HEIGHT;
  }
  for (const plot of picture.plots) {
    drawHeadings(sheet, plot.headings, top, layout.width, colours);
    top += headingRoom(plot);
    plot.draw({ ...sheet, top: Math.round(top * ratio) });
    top += plot.height;
  }
  context.font = smallFont(colours.font, ratio);
  for (const line of layout.lines) {
    write(line, MARGIN, 6);
    top += LINE_HEIGHT;
  }
}

const headingRoom = ({ headings }: PicturedPlot): number =>
  headings.length === 0 ? 0 : HEADING_HEIGHT;

function drawHeadings(
  { context, ratio }: Sheet,
  headings: readonly PlotHeading[],
  top: number,
  width: number,
  colours: PlotColours,
): void {
  context.font = `600 ${SMALL_SIZE * ratio}px ${colours.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const middle = (top + HEADING_HEIGHT / 2) * ratio;
  const right = (width - MARGIN) * ratio;
  let left = MARGIN * ratio;
  for (const { words, stroke } of headings) {
    if (stroke) {
      context.strokeStyle = stroke.colour;
      context.lineWidth = 2 * ratio;
      context.setLineDash(stroke.dash.map((length) => length * ratio));
      context.beginPath();
      context.moveTo(left, middle);
      context.lineTo(left + STROKE_LENGTH * ratio, middle);
      context.stroke();
      context.setLineDash([]);
      left += (STROKE_LENGTH + 6) * ratio;
    }
    const fitting = shortened(words, right - left, (text) => context.measureText(text).width);
    context.fillStyle = colours.text;
    context.fillText(fitting, left, middle);
    left += context.measureText(fitting).width + HEADING_GAP * ratio;
    if (left >= right) return;
  }
}

const titleFont = (font: string, ratio: number) => `600 ${TITLE_SIZE * ratio}px ${font}`;
const smallFont = (font: string, ratio: number) => `${SMALL_SIZE * ratio}px ${font}`;

/** A text cut where it is too long for its room, which is said by a sign. */
function shortened(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('')}…`;
}

/** A text cut into lines that fit: at its blanks, and within words that are longer than a line. */
function wrapped(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer) <= room) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current);
    current = '';
    for (const letter of word) {
      if (current !== '' && widthOf(current + letter) > room) {
        lines.push(current);
        current = '';
      }
      current += letter;
    }
  }
  return [...lines, current];
}
