/** How the person wants a board's channels to look: their order, names, units, colours. Pure. */
import * as v from 'valibot';
import { type Channel, SIGNAL_COLOURS } from '../analysis/messages/findings.ts';
import type { Source } from '../board/source.ts';
import { STATE_WORDS } from './stateWords.ts';

const lookSchema = v.object({
  /** What the person calls it. */
  name: v.optional(v.string()),
  unit: v.optional(v.string()),
  /** Which of the colours of signals. */
  colour: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SIGNAL_COLOURS - 1)),
  ),
  hidden: v.optional(v.boolean()),
});

export const looksSchema = v.object({
  /** Names as the board says them, from the top; those that are missing come behind. */
  order: v.array(v.string()),
  /** By the name that the board says. */
  channels: v.record(v.string(), lookSchema),
});

export type ChannelLook = v.InferOutput<typeof lookSchema>;
export type BoardLooks = v.InferOutput<typeof looksSchema>;

export const NO_LOOKS: BoardLooks = { order: [], channels: {} };

/** A channel as it is shown: with the name and the unit that the person has given it. */
export interface ShownChannel extends Channel {
  /** As the board says it; parameters of its own are told under this name. */
  readonly boardName: string;
  /** Which of the colours of signals. */
  readonly colour: number;
  readonly isHidden: boolean;
}

/** A channel as the person wants it. */
export function dressed(channel: Channel, index: number, { channels }: BoardLooks): ShownChannel {
  const look = channels[channel.name] ?? {};
  return {
    ...channel,
    boardName: channel.name,
    // Read in the language spoken at that moment, as all words are.
    get name() {
      return look.name ?? (channel.derived ? STATE_WORDS.together : channel.name);
    },
    unit: look.unit ?? channel.unit,
    colour: look.colour ?? index % SIGNAL_COLOURS,
    isHidden: look.hidden ?? false,
  };
}

/** Indexes of the channels in the order that the person wants. */
export function channelOrder(
  channels: readonly Pick<ShownChannel, 'boardName'>[],
  { order }: Pick<BoardLooks, 'order'>,
): number[] {
  const place = (index: number): number => {
    const at = order.indexOf(channels[index]?.boardName ?? '');
    return at < 0 ? order.length + index : at;
  };
  return channels.map((_, index) => index).toSorted((a, b) => place(a) - place(b));
}

/** The order with one channel moved by so many places; bounded by the ends. */
export function movedInOrder(order: readonly string[], name: string, by: number): string[] {
  const at = order.indexOf(name);
  if (at < 0) return [...order];
  const rest = order.filter((one) => one !== name);
  const to = Math.min(rest.length, Math.max(0, at + by));
  return [...rest.slice(0, to), name, ...rest.slice(to)];
}

/** A look with changes; what is undefined, or empty, is the board's own again. */
export function withLook(looks: BoardLooks, name: string, changes: ChannelLook): BoardLooks {
  const merged = Object.entries({ ...looks.channels[name], ...changes }).filter(
    ([, value]) => value !== undefined && value !== '' && value !== false,
  );
  const { [name]: _, ...others } = looks.channels;
  const channels = merged.length === 0 ? others : { ...others, [name]: Object.fromEntries(merged) };
  return { ...looks, channels };
}

/** What the looks of a board are kept under: its id, else its plug, else what it is. */
export function boardKey(
  identity: { readonly id: string; readonly board: string } | null,
  source: Source | null,
): string {
  if (identity && identity.id !== '') return `id ${identity.id}`;
  if (source?.kind === 'serial' || source?.kind === 'streams') {
    const { usbVendorId, usbProductId } = source.port;
    return `usb ${usbVendorId ?? 0}:${usbProductId ?? 0}`;
  }
  if (source?.kind === 'virtual') return `virtual ${source.machine ?? ''}`.trim();
  return `board ${identity?.board ?? ''}`.trim();
}
