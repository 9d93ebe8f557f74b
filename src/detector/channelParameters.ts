/** What a channel is judged by: the board's parameters, and what the channel overrides. */
import {
  checkParameter,
  PARAMETER_NAMES,
  type ParameterFault,
  type ParameterName,
  type Parameters,
} from './parameters.ts';

/** Overrides of one channel: any parameter but R, and whether it is judged at all. */
export type ChannelParameters = Partial<Omit<Parameters, 'period'>> & {
  /** 0 = the channel is left unjudged. */
  readonly judge?: 0 | 1;
};

/** The parameters of a channel: what it does not override follows the board's. */
export function effectiveParameters(general: Parameters, own: ChannelParameters): Parameters {
  const { judge: _, ...overrides } = own;
  return { ...general, ...overrides, period: general.period };
}

export const isJudged = ({ judge }: ChannelParameters): boolean => judge !== 0;

/** What can be wrong with an override. */
export type ChannelParameterFault =
  | ParameterFault
  | { readonly parameter: 'judge'; readonly sentence: string };

/** Checks the overrides of a channel; the first fault found, or null. */
export function checkChannelParameters(
  own: Readonly<Record<string, unknown>>,
): ChannelParameterFault | null {
  for (const [name, value] of Object.entries(own)) {
    if (name === 'judge') {
      if (value !== 0 && value !== 1) return { parameter: name, sentence: 'Judge must be 0 or 1.' };
      continue;
    }
    const parameter = PARAMETER_NAMES.find((known) => known === name);
    if (parameter === undefined) continue;
    const fault =
      parameter === 'period' ? channelsHaveNoPeriod(parameter) : checkParameter(parameter, value);
    if (fault) return fault;
  }
  return null;
}

function channelsHaveNoPeriod(parameter: ParameterName): ParameterFault {
  return { parameter, sentence: 'The period is the board’s: a channel has none of its own.' };
}
