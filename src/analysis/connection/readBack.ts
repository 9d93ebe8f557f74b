/** Whether a board uses what it was sent: what it says that it uses is what counts. */
import { type ChannelParameters, effectiveParameters } from '../../detector/channelParameters.ts';
import { differingParameters, type Parameters } from '../../detector/parameters.ts';
import type { CommandChanges } from '../../protocol/command.ts';

/** A board of 32-bit floats keeps, and says, the number that is nearest to what it was sent. */
const SINGLE_PRECISION = 2 ** -22;

/** What a board has said of its parameters since it was asked last. */
export interface ReadBack {
  /** All of them: what single channels have of their own follows, or there is none. */
  boardSays(parameters: Parameters): void;
  ownSays(channel: number, own: ChannelParameters): void;
  forget(): void;
  hasSaid(): boolean;
  /**
   * Which parameters are others than were sent, with what they are; null when nothing was said.
   *
   * @param channel whose own were sent; undefined for the board's
   */
  others(changes: CommandChanges, channel: number | undefined): Partial<Parameters> | null;
}

export function createReadBack(): ReadBack {
  let said: Parameters | null = null;
  const own = new Map<number, ChannelParameters>();

  return {
    boardSays(parameters) {
      said = parameters;
      own.clear();
    },
    ownSays(channel, its) {
      own.set(channel, its);
    },
    forget() {
      said = null;
      own.clear();
    },
    hasSaid: () => said !== null,
    others(changes, channel) {
      if (!said) return null;
      const its = (channel === undefined ? undefined : own.get(channel)) ?? {};
      const found = effectiveParameters(said, its);
      const overrides = Object.entries(changes).filter(([, value]) => value !== null);
      const asked = { ...said, ...(channel === undefined ? {} : withoutThese(its, changes)) };
      const sent: Parameters = { ...asked, ...Object.fromEntries(overrides), period: found.period };
      const wanted = channel === undefined ? { ...sent, ...periodOf(changes) } : sent;
      const names = differingParameters(wanted, found).filter(
        (name) => !isNearest(wanted[name], found[name]),
      );
      return Object.fromEntries(names.map((name) => [name, found[name]]));
    },
  };
}

/** What a channel has of its own besides what was sent to it. */
function withoutThese(own: ChannelParameters, changes: CommandChanges): Partial<Parameters> {
  const { judge: _, ...overrides } = own;
  return Object.fromEntries(Object.entries(overrides).filter(([name]) => !(name in changes)));
}

function periodOf({ period }: CommandChanges): Partial<Parameters> {
  return typeof period === 'number' ? { period } : {};
}

function isNearest(sent: unknown, said: unknown): boolean {
  if (typeof sent !== 'number' || typeof said !== 'number') return false;
  return Math.abs(sent - said) <= Math.abs(sent) * SINGLE_PRECISION;
}
