/** Lines of our firmware as text, for a recording that begins in the middle of a session. */
import type { ChannelParameters } from '../detector/channelParameters.ts';
import type { Parameters } from '../detector/parameters.ts';
import { checkedLine } from './checksum.ts';
import type { Hello } from './firmwareMessages.ts';

/** The hello line that says what `hello` says. */
export function formatHello(hello: Hello): string {
  const { version, board, id, sensor, float, saved, rules, can, most, model, fitsMs } = hello;
  const pairs = [
    'protocol=1',
    'firmware=tidemark',
    `version=${version}`,
    `board=${board}`,
    `id=${id}`,
    `sensor=${sensor}`,
    `channels=${channelsField(hello.channels)}`,
    `float=${float}`,
    `saved=${saved ? 1 : 0}`,
    ...(rules === 2 ? [] : [`rules=${rules}`, `can=${can.join(';')}`]),
    ...(most === null ? [] : [`most=${most}`]),
    ...(model === null ? [] : [`model=${model}`]),
    ...(fitsMs === null ? [] : [`fits=${Math.round(1000 * fitsMs)}`]),
  ];
  return checkedLine(`h,${pairs.join(',')}`);
}

/** What stands in a hello behind `channels=`. */
export function channelsField(channels: Hello['channels']): string {
  return channels.map(({ name, unit }) => `${name}:${unit}`).join(';');
}

/** The line with what a channel of a board has of its own. */
export function formatOwnParameters(channel: number, own: ChannelParameters): string {
  return checkedLine(`p,ch=${channel}${pairsOf(own)}`);
}

const pairsOf = (set: Readonly<Record<string, unknown>>): string =>
  Object.entries(set)
    .map(([name, value]) => `,${name}=${value}`)
    .join('');

/** A line with all parameters; `type` is the board's `p` or the host's `J`. */
export function formatParameters(type: 'p' | 'J', parameters: Parameters): string {
  return checkedLine(`${type}${pairsOf({ ...parameters })}`);
}
