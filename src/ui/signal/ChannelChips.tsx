import { memo, type ReactNode, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { PLOTTED_CHANNELS } from '../../analysis/messages/findings.ts';
import { channelOrder } from '../../state/channelLooks.ts';
import { LineSample } from '../channels/LineSample.tsx';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useChannelLooks, useView } from '../tidemarkContext.ts';
import { CurrentValue } from './CurrentValue.tsx';
import { ShelvedSign } from './ShelvedSign.tsx';
import styles from './signal.module.css';
import { TOOLBAR_WORDS } from './signalWords.ts';

interface ChannelChipsProps {
  /** More are folded into one chip that unfolds them. */
  readonly most: number;
}

/** The channels by name: each shows or hides its line; nothing where there is only one. */
export function ChannelChips({ most }: ChannelChipsProps): ReactNode {
  const channels = useBoard(useShallow((state) => state.channels.slice(0, PLOTTED_CHANNELS)));
  const looks = useChannelLooks((state) => state.looks);
  const [unfolded, setUnfolded] = useState(false);
  const order = channelOrder(channels, looks);
  const isFolded = order.length > most + 1 && !unfolded;
  const told = isFolded ? order.slice(0, most) : order;
  const others = order.length - told.length;
  return (
    <fieldset className={styles.legend}>
      <legend className={styles.hiddenLegend}>{TOOLBAR_WORDS.shown}</legend>
      {order.length > 1 &&
        told.map((index) => <Chip key={channels[index]?.boardName} index={index} />)}
      {order.length > most + 1 && (
        <button
          type="button"
          className={styles.channel}
          aria-expanded={!isFolded}
          aria-label={isFolded ? TOOLBAR_WORDS.more(others) : TOOLBAR_WORDS.fewerChannels}
          onClick={() => setUnfolded(isFolded)}
        >
          {isFolded ? `+${others}` : TOOLBAR_WORDS.fewer}
        </button>
      )}
    </fieldset>
  );
}

const Chip = memo(({ index }: { readonly index: number }): ReactNode => {
  const channel = useBoard((state) => state.channels[index]);
  const choose = useChannelLooks((state) => state.choose);
  // Else it stands over the strip.
  const isOverlaid = useView((state) => state.layout === 'overlaid');
  if (!channel) return null;
  const { name, boardName, isHidden, colour, unit } = channel;
  return (
    <button
      type="button"
      className={styles.channel}
      aria-pressed={!isHidden}
      title={isHidden ? TOOLBAR_WORDS.show(name) : TOOLBAR_WORDS.hide(name)}
      onClick={() => choose(boardName, { hidden: !isHidden })}
    >
      <LineSample colour={colour} />
      <OutsideText>{name}</OutsideText>
      {isOverlaid && (
        <>
          <span aria-hidden="true">
            <CurrentValue channel={index} unit={unit} />
          </span>
          <ShelvedSign channel={index} />
        </>
      )}
    </button>
  );
});
