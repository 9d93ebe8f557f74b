import { useShallow } from 'zustand/react/shallow';
import { type Channel, PLOTTED_CHANNELS } from '../../analysis/messages/findings.ts';
import { channelOrder } from '../../state/channelLooks.ts';
import { useBoard, useChannelLooks, useView } from '../tidemarkContext.ts';

interface ShownStrips {
  readonly channels: readonly Channel[];
  /** Indexes of the channels that are not hidden, in the person's order. */
  readonly visible: readonly number[];
  /** Of each strip from the top its channels by scale. */
  readonly strips: readonly (readonly (readonly number[])[])[];
}

/**
 * Which channels stand in which strip.
 *
 * @param apart each in a strip of its own, whatever the person chose
 */
export function useStrips(apart: boolean): ShownStrips {
  // Those beyond are kept and judged, and are not drawn.
  const channels = useBoard(useShallow((state) => state.channels.slice(0, PLOTTED_CHANNELS)));
  const looks = useChannelLooks((state) => state.looks);
  const layout = useView((state) => state.layout);
  const visible = channelOrder(channels, looks).filter((index) => !channels[index]?.isHidden);
  const overlaid = layout === 'overlaid' && visible.length > 1 && !apart;
  const strips = overlaid
    ? [byUnit(channels, visible)]
    : visible.map((index): readonly (readonly number[])[] => [[index]]);
  return { channels, visible, strips };
}

/** Channels by unit: those that can share an axis. */
function byUnit(channels: readonly Channel[], indexes: readonly number[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const index of indexes) {
    const unit = channels[index]?.unit ?? '';
    const group = groups.get(unit);
    if (group) group.push(index);
    else groups.set(unit, [index]);
  }
  return [...groups.values()];
}
