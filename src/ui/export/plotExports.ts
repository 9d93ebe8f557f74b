/** The plots on the screen as files. */
import type { Channel, FitReport } from '../../analysis/messages/findings.ts';
import type { View } from '../../analysis/messages/viewMessages.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { downloadBlob, downloadText } from '../download.ts';
import { unitSign, withUnit } from '../format.ts';
import { readPlotColours } from '../signal/plotColours.ts';
import { type PlotCaption, signalCaption, weibullCaption } from './plotCaption.ts';
import { type NamedCanvas, plotPng } from './plotPng.ts';
import { type DrawnChannel, signalSvg } from './signalSvg.ts';
import { weibullSvg } from './weibullSvg.ts';

export interface SignalFacts {
  /** Whose signal: a board, a file. */
  readonly source: string;
  readonly view: View;
  readonly drawn: readonly DrawnChannel[];
  readonly parameters: Parameters;
}

export interface WeibullFacts {
  readonly source: string;
  readonly fit: FitReport;
  readonly channel: Channel | undefined;
  readonly parameters: Parameters;
}

/** Whether a file was made; a sentence when it was not. */
export type PlotOutcome = string | null;

const NO_PICTURE = 'The browser could not make a picture of this plot.';

export function downloadSignalSvg(facts: SignalFacts): PlotOutcome {
  const { source, view, drawn, parameters } = facts;
  const channels = drawn.map(({ channel }) => channel);
  const caption = signalCaption(source, channels, view, parameters);
  const text = signalSvg(view, drawn, caption, readPlotColours());
  downloadText('tidemark-signal.svg', 'image/svg+xml', text);
  return null;
}

export function downloadWeibullSvg(facts: WeibullFacts): PlotOutcome {
  const { source, fit, channel, parameters } = facts;
  const caption = weibullCaption(source, channel, parameters);
  const text = weibullSvg(fit, parameters, caption, readPlotColours());
  downloadText('tidemark-weibull.svg', 'image/svg+xml', text);
  return null;
}

export async function downloadSignalPng(facts: SignalFacts): Promise<PlotOutcome> {
  const canvases = canvasesIn('[role="group"][aria-label="Plots"]');
  const channels = facts.drawn.map(({ channel }) => channel);
  const names = channels.map(({ name, unit }) => withUnit(name, unit && `(${unitSign(unit)})`));
  const plots = canvases.map((canvas, i) => ({
    canvas,
    name: canvases.length === names.length ? (names[i] ?? '') : '',
  }));
  const caption = signalCaption(facts.source, channels, facts.view, facts.parameters);
  return download('tidemark-signal.png', plots, caption);
}

export async function downloadWeibullPng(facts: WeibullFacts): Promise<PlotOutcome> {
  const plots = canvasesIn('[aria-label="Weibull fit"]').map((canvas) => ({ canvas, name: '' }));
  const caption = weibullCaption(facts.source, facts.channel, facts.parameters);
  return download('tidemark-weibull.png', plots, caption);
}

async function download(
  fileName: string,
  plots: readonly NamedCanvas[],
  caption: PlotCaption,
): Promise<PlotOutcome> {
  if (plots.length === 0) return 'This plot is not on the screen now: show it, then export it.';
  const picture = await plotPng(plots, caption, readPlotColours(), devicePixelRatio);
  if (!picture) return NO_PICTURE;
  downloadBlob(fileName, picture);
  return null;
}

function canvasesIn(selector: string): HTMLCanvasElement[] {
  return [...document.querySelectorAll<HTMLCanvasElement>(`${selector} canvas`)];
}
