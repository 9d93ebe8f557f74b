/** What stands around an exported plot: whose signal, when, judged how. */
import type { Channel } from '../../analysis/messages/findings.ts';
import {
  NUMERIC_PARAMETER_NAMES,
  NUMERIC_PARAMETERS,
  type Parameters,
} from '../../detector/parameters.ts';
import { formatParameter, withUnit } from '../format.ts';

export interface PlotCaption {
  readonly title: string;
  /** The lines under the plot. */
  readonly lines: readonly string[];
}

export function signalCaption(
  source: string,
  channels: readonly Channel[],
  range: { readonly fromMs: number; readonly toMs: number },
  parameters: Parameters,
): PlotCaption {
  const names = channels.map(({ name, unit }) => withUnit(name, unit && `(${unit})`)).join(', ');
  return {
    title: `${source}: ${names}`,
    lines: [`${stamp(range.fromMs)} to ${stamp(range.toMs)} (UTC)`, parametersLine(parameters)],
  };
}

export function weibullCaption(
  source: string,
  channel: Channel | undefined,
  parameters: Parameters,
): PlotCaption {
  return {
    title: `${source}: Weibull fit of ${channel?.name ?? 'the block maxima'}`,
    lines: [parametersLine(parameters)],
  };
}

function parametersLine(parameters: Parameters): string {
  const numbers = NUMERIC_PARAMETER_NAMES.map((name) => {
    const { symbol, unit } = NUMERIC_PARAMETERS[name];
    const short = unit === 'ms' || unit === 'σ' ? unit : '';
    return withUnit(`${symbol} ${formatParameter(parameters[name])}`, short);
  });
  return `${numbers.join(' · ')} · tail ${parameters.tail}`;
}

const stamp = (timeMs: number): string =>
  new Date(timeMs).toISOString().replace('T', ' ').slice(0, -1);
