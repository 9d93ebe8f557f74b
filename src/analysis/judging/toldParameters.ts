/** What a board has told of the parameters that it judges by. */
import type { ChannelParameters } from '../../detector/channelParameters.ts';
import type { ConvertedParameter } from '../../detector/olderParameters.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { ReadParameters } from '../../protocol/firmwareMessages.ts';
import type { Channel } from '../messages/findings.ts';
import type { OwnParameters } from '../messages/judgingMessages.ts';

export interface ToldParameters {
  /** All of them: what channels have of their own follows, or there is none. */
  tell(read: ReadParameters): void;
  tellOwn(channel: number, own: ChannelParameters): void;
  /** Null until the board has told. */
  general(): Parameters | null;
  ownOf(channel: number): ChannelParameters;
  /** What channels have of their own, by their names. */
  own(channels: readonly Channel[]): OwnParameters;
  /** What meant something else under rules 2; null when the board has not said. */
  converted(): readonly ConvertedParameter[] | null;
  /**
   * Whether the board judges by others than before its last sample. To be asked at each sample: all
   * that it tells of its parameters stands before the next one.
   */
  areOthersNow(): boolean;
}

export function createToldParameters(): ToldParameters {
  let general: Parameters | null = null;
  let converted: readonly ConvertedParameter[] | null = null;
  let own: ReadonlyMap<number, ChannelParameters> = new Map();
  let isNew = false;
  let before = '';

  return {
    tell({ parameters, converted: its }) {
      isNew = true;
      general = parameters;
      converted = its;
      own = new Map();
    },
    tellOwn(channel, its) {
      isNew = true;
      own = new Map([...own, [channel, its]]);
    },
    general: () => general,
    ownOf: (channel) => own.get(channel) ?? {},
    own: (channels) =>
      Object.fromEntries(
        channels.flatMap(({ name }, channel) => {
          const its = own.get(channel);
          return its && Object.keys(its).length > 0 ? [[name, its]] : [];
        }),
      ),
    converted: () => converted,
    areOthersNow() {
      if (!isNew) return false;
      isNew = false;
      const periodMatters = general !== null && (general.meanGap === 0 || general.season > 0);
      const period = periodMatters ? general?.period : 0;
      const now = JSON.stringify([{ ...general, period }, [...own]]);
      const areOthers = before !== '' && before !== now;
      before = now;
      return areOthers;
    },
  };
}
