/** Lines of our firmware as text, for a recording that begins in the middle of a session. */
import type { Parameters } from '../detector/parameters.ts';
import { checkedLine } from './checksum.ts';
import type { Hello } from './firmwareLine.ts';

/** The hello line that says what `hello` says. */
export function formatHello(hello: Hello): string {
  const { version, board, id, sensor, float, saved } = hello;
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
  ];
  return checkedLine(`h,${pairs.join(',')}`);
}

/** What stands in a hello behind `channels=`. */
export function channelsField(channels: Hello['channels']): string {
  return channels.map(({ name, unit }) => `${name}:${unit}`).join(';');
}

/** A line with all ten parameters; `type` is the board's `p` or the host's `J`. */
export function formatParameters(type: 'p' | 'J', parameters: Parameters): string {
  const pairs = Object.entries(parameters).map(([name, value]) => `,${name}=${value}`);
  return checkedLine(`${type}${pairs.join('')}`);
}
