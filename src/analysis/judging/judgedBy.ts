/** What each channel of a signal is judged by, resolved from what the person has set. */
import { effectiveParameters, isJudged } from '../../detector/channelParameters.ts';
import { differingParameters, type Parameters } from '../../detector/parameters.ts';
import { DOUBLE_EPSILON } from '../../detector/sigma.ts';
import type { Channel } from '../messages/findings.ts';
import type { JudgingSettings } from '../messages/judgingMessages.ts';

export interface JudgedBy {
  readonly general: Parameters;
  /** Null: the channel is left unjudged. Of a channel beyond these the general ones hold. */
  readonly channels: readonly (Parameters | null)[];
  /** ε of the numbers that are judged. */
  readonly epsilon: number;
}

/** All channels alike, none left out. */
export const alike = (general: Parameters): JudgedBy => ({
  general,
  channels: [],
  epsilon: DOUBLE_EPSILON,
});

/** @param periodMs R as it is in truth, of the board or of the rows */
export function judgedBy(
  { parameters, own }: JudgingSettings,
  channels: readonly Channel[],
  periodMs: number,
  epsilon: number,
): JudgedBy {
  const general = { ...parameters, period: periodMs };
  return {
    general,
    channels: channels.map(({ name }) => {
      const its = own[name] ?? {};
      return isJudged(its) ? effectiveParameters(general, its) : null;
    }),
    epsilon,
  };
}

/** Null: the channel is left unjudged. */
export function parametersOf({ general, channels }: JudgedBy, channel: number): Parameters | null {
  const its = channels[channel];
  return its === undefined ? general : its;
}

/** Whether both judge the first `count` channels alike. */
export function judgeAlike(a: JudgedBy, b: JudgedBy, count: number): boolean {
  if (a === b) return true;
  if (a.epsilon !== b.epsilon) return false;
  for (let channel = 0; channel < count; channel++) {
    const [its, others] = [parametersOf(a, channel), parametersOf(b, channel)];
    if ((its === null) !== (others === null)) return false;
    if (its && others && judgingDifferences(its, others).length > 0) return false;
  }
  return true;
}

/** The names in which two sets judge differently: R only where a time is told in periods. */
export function judgingDifferences(a: Parameters, b: Parameters) {
  return differingParameters(a, b).filter(
    (name) => name !== 'period' || a.meanGap === 0 || a.season > 0,
  );
}
