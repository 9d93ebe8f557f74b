/** Hellos of our firmware that this page cannot talk to: it is newer, or has more channels. */
import { COMMA } from './bytes.ts';
import { checkedFields } from './checksum.ts';
import { MOST_BOARD_CHANNELS } from './helloLine.ts';
import { record } from './namedFields.ts';

export type HelloRefusal =
  /** Another version of the protocol than the page's. */
  'newer-firmware' | 'too-many-channels';

const HELLO = 0x68;
const PROTOCOL = 1;

/** Why the line is no hello for this page; null for all other lines, damaged hellos among them. */
export function refusedHello(bytes: Uint8Array, from: number, to: number): HelloRefusal | null {
  if (bytes[from] !== HELLO || bytes[from + 1] !== COMMA) return null;
  const [, ...fields] = checkedFields(bytes, from, to) ?? [];
  const { firmware, protocol = '', channels = '' } = record(fields);
  if (firmware !== 'tidemark') return null;
  if (/^\d+$/.test(protocol) && Number(protocol) > PROTOCOL) return 'newer-firmware';
  return channels.split(';').length > MOST_BOARD_CHANNELS ? 'too-many-channels' : null;
}
