/** The plots' colours, read from the theme's CSS variables: a canvas cannot use them by itself. */

import { SIGNAL_COLOURS } from '../../analysis/messages/findings.ts';

export interface PlotColours {
  readonly signals: readonly string[];
  readonly band: string;
  readonly bandEdge: string;
  readonly browser: string;
  readonly board: string;
  readonly alarm: string;
  readonly collective: string;
  readonly collectiveEdge: string;
  readonly drift: string;
  readonly driftEdge: string;
  readonly rhythmEdge: string;
  readonly gap: string;
  readonly grid: string;
  readonly text: string;
  readonly panel: string;
  readonly font: string;
}

/** @param at whose colours: a part of the page may have others */
export function readPlotColours(at: Element = document.body): PlotColours {
  const style = getComputedStyle(at);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    signals: Array.from({ length: SIGNAL_COLOURS }, (_, index) => read(`--plot-signal-${index}`)),
    band: read('--plot-band'),
    bandEdge: read('--plot-band-edge'),
    browser: read('--plot-browser'),
    board: read('--plot-board'),
    alarm: read('--plot-alarm'),
    collective: read('--plot-collective'),
    collectiveEdge: read('--plot-collective-edge'),
    drift: read('--plot-drift'),
    driftEdge: read('--plot-drift-edge'),
    rhythmEdge: read('--plot-rhythm-edge'),
    gap: read('--plot-gap'),
    grid: read('--plot-grid'),
    text: read('--plot-text'),
    panel: read('--panel'),
    font: style.fontFamily,
  };
}

/** In CSS pixels. The first is of the first channel alone; seven and sixteen have no common divisor. */
const SOLID: readonly number[] = [];
const DASHES: readonly (readonly number[])[] = [
  [22, 3],
  [4, 2],
  [22, 3, 3, 3],
  [10, 4],
  [2, 3],
  [14, 3, 3, 3, 3, 3],
  [7, 3, 2, 3],
];

/** Colour and dash of a channel's line; dashes and the spaces between them in CSS pixels. */
export interface SignalStroke {
  readonly colour: string;
  readonly dash: readonly number[];
}

/** The dash of the `colour`th colour of signals: a second sign beside the colour. */
export function signalDash(colour: number): readonly number[] {
  return colour === 0 ? SOLID : (DASHES[(colour - 1) % DASHES.length] ?? SOLID);
}

export function signalStroke(colours: PlotColours, colour: number): SignalStroke {
  const place = colour % SIGNAL_COLOURS;
  return { colour: colours.signals[place] ?? colours.text, dash: signalDash(place) };
}
