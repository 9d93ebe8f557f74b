/** The `h` line: who a board says it is. */
import * as v from 'valibot';
import { BOARD_ABILITIES, type FirmwareMessage } from './firmwareMessages.ts';
import { countOrNull, record } from './namedFields.ts';

/** As many as are drawn: more than any board of ours has, since a table of a file says hello, too. */
export const MOST_BOARD_CHANNELS = 64;

const helloSchema = v.object({
  protocol: v.literal('1'),
  firmware: v.literal('tidemark'),
  version: v.optional(v.string(), ''),
  board: v.optional(v.string(), ''),
  id: v.optional(v.string(), ''),
  sensor: v.optional(v.string(), ''),
  channels: v.pipe(v.string(), v.minLength(1)),
  float: v.optional(v.picklist(['30', '32', '64']), '32'),
  saved: v.optional(v.picklist(['0', '1']), '0'),
  rules: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), '2'),
  can: v.optional(v.string(), ''),
  most: v.optional(v.string(), ''),
  model: v.optional(v.string(), ''),
  skipped: v.optional(v.string(), ''),
  fits: v.optional(v.string(), ''),
});

const FLOATS = { '30': 30, '32': 32, '64': 64 } as const;

/** Null when it is no hello of ours, or one that this page cannot serve. */
export function readHello(pairs: readonly string[]): FirmwareMessage | null {
  const read = v.safeParse(helloSchema, record(pairs));
  if (!read.success) return null;
  const { board, id, sensor, version, model } = read.output;
  const fitsUs = countOrNull(read.output.fits);
  const can = read.output.can.split(';');
  const channels = read.output.channels.split(';').map((channel) => {
    const [name = '', unit = ''] = channel.split(':');
    return { name, unit };
  });
  if (channels.length > MOST_BOARD_CHANNELS || channels.some(({ name }) => name === ''))
    return null;
  return {
    type: 'hello',
    hello: {
      board,
      id,
      sensor,
      version,
      channels,
      float: FLOATS[read.output.float],
      saved: read.output.saved === '1',
      rules: Number(read.output.rules),
      can: BOARD_ABILITIES.filter((ability) => can.includes(ability)),
      most: countOrNull(read.output.most),
      model: model === '' || model === 'none' ? null : model,
      skipped: countOrNull(read.output.skipped),
      fitsMs: fitsUs === null ? null : fitsUs / 1000,
    },
  };
}
