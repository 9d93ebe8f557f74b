import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBoard } from '../tidemarkContext.ts';

interface ChannelSelectProps {
  readonly name: string;
  readonly channel: number;
  readonly onChoose: (channel: number) => void;
}

/** Which channel is meant; nothing where there is no choice. */
export function ChannelSelect({ name, channel, onChoose }: ChannelSelectProps): ReactNode {
  const channels = useBoard((state) => state.channels);
  if (channels.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={name}
      value={String(channel)}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
      data={channels.map((one, index) => ({ value: String(index), label: one.name }))}
    />
  );
}
