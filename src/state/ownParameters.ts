/** What single channels have of their own, beside what all have. Pure. */
import type { OwnChanges, OwnParameters } from '../analysis/messages/judgingMessages.ts';
import { type ChannelParameters, effectiveParameters } from '../detector/channelParameters.ts';
import {
  differingParameters,
  type ParameterName,
  type Parameters,
} from '../detector/parameters.ts';
import type { ShownChannel } from './channelLooks.ts';

export interface Edited {
  readonly editing: Parameters;
  readonly own: OwnParameters;
}

type OwnName = keyof ChannelParameters;

/** What a channel is judged by; of all, where it is null. */
export function effectiveOf(
  general: Parameters,
  own: OwnParameters,
  channel: string | null,
): Parameters {
  return channel === null ? general : effectiveParameters(general, own[channel] ?? {});
}

/** A channel gets something of its own; R is left out, for a channel has none. */
export function withOwn(
  own: OwnParameters,
  channel: string,
  { period: _, ...mine }: Partial<Parameters>,
): OwnParameters {
  return Object.keys(mine).length === 0 ? own : { ...own, [channel]: { ...own[channel], ...mine } };
}

/** A channel takes these from all again. */
export function withoutOwn(
  own: OwnParameters,
  channel: string,
  names: readonly (ParameterName | 'judge')[],
): OwnParameters {
  const rest = Object.entries(own[channel] ?? {}).filter(
    ([name]) => !names.some((gone) => gone === name),
  );
  const { [channel]: _, ...others } = own;
  return rest.length === 0 ? others : { ...others, [channel]: Object.fromEntries(rest) };
}

/** Whether any channel is judged by something else. */
export function differsFrom(now: Edited, before: Edited): boolean {
  if (differingParameters(now.editing, before.editing).length > 0) return true;
  if (now.own === before.own) return false;
  const channels = new Set([...Object.keys(now.own), ...Object.keys(before.own)]);
  return [...channels].some((channel) => ownChanges(now.own, before.own, channel) !== null);
}

/** What has to be told a board that has `before`, for a channel to be as in `now`; null = nothing. */
export function ownChanges(
  now: OwnParameters,
  before: OwnParameters,
  channel: string,
): OwnChanges | null {
  const [mine, theirs] = [now[channel] ?? {}, before[channel] ?? {}];
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)] as OwnName[]);
  const changed = [...names].filter((name) => ownOr(mine, name) !== ownOr(theirs, name));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((name) => [name, mine[name] ?? null]));
}

/** A channel is judged unless it says otherwise. */
const ownOr = (own: ChannelParameters, name: OwnName) =>
  own[name] ?? (name === 'judge' ? 1 : undefined);

/** For whom an edit is that is meant for one channel: by its name, or for all where it is the only one. */
export function scopeOf(channels: readonly ShownChannel[], channel: number): string | null {
  const single = channels.filter(({ derived }) => derived === undefined).length < 2;
  return single ? null : (channels[channel]?.boardName ?? null);
}
