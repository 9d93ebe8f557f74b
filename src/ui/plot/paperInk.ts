/** Colours for paper, which is white whatever the theme of the screen. */
import { type PlotColours, readPlotColours } from './plotColours.ts';

const SCHEME = 'data-mantine-color-scheme';

/** The colour of the light theme in the place of one of the theme that is shown. */
export function readPaperInk(): (colour: string) => string {
  const root = document.documentElement;
  const shownScheme = root.getAttribute(SCHEME);
  const shown = coloursOf(readPlotColours());
  // Nothing is painted meanwhile: styles are worked out here and now, and put back.
  root.setAttribute(SCHEME, 'light');
  const paper = coloursOf(readPlotColours());
  if (shownScheme === null) root.removeAttribute(SCHEME);
  else root.setAttribute(SCHEME, shownScheme);
  const inks = new Map(shown.map((colour, at) => [colour, paper[at] ?? colour]));
  return (colour) => inks.get(colour) ?? colour;
}

function coloursOf({ signals, font: _, ...others }: PlotColours): string[] {
  return [...signals, ...Object.values(others)];
}
