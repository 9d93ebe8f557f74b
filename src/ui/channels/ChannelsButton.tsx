import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { PLOTTED_CHANNELS } from '../../analysis/messages/findings.ts';
import { channelOrder } from '../../state/channelLooks.ts';
import { useBoard, useChannelLooks } from '../tidemarkContext.ts';
import { ChannelRow } from './ChannelRow.tsx';
import styles from './channels.module.css';
import { CHANNEL_WORDS } from './words.ts';

/** Opens the list of channels: what each is called, how it looks, where it stands. */
export function ChannelsButton(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const looks = useChannelLooks((state) => state.looks);
  const reset = useChannelLooks((state) => state.reset);
  const shown = channels.slice(0, PLOTTED_CHANNELS);
  const order = channelOrder(shown, looks);
  const names = order.flatMap((index) => shown[index]?.boardName ?? []);
  const isChanged = looks.order.length > 0 || Object.keys(looks.channels).length > 0;
  return (
    <Popover width="min(560px, 96vw)" position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          {CHANNEL_WORDS.channels}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={CHANNEL_WORDS.channels} className={styles.channels}>
        <p tabIndex={-1} data-autofocus className={styles.note}>
          {CHANNEL_WORDS.kept}
        </p>
        <ul className={styles.list} aria-label={CHANNEL_WORDS.inOrder}>
          {order.map((index, place) => {
            const channel = shown[index];
            return channel ? (
              <ChannelRow
                key={channel.boardName}
                channel={channel}
                order={names}
                isFirst={place === 0}
                isLast={place === order.length - 1}
              />
            ) : null;
          })}
        </ul>
        {isChanged && (
          <Button size="compact-sm" variant="default" onClick={reset}>
            {CHANNEL_WORDS.reset}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
