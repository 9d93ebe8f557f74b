import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { BAUD_RATES, baudRateMatters } from '../../board/lineDiscipline.ts';
import { useBoard, usePreferences, useTidemark } from '../tidemarkContext.ts';
import { HEADER_WORDS } from './headerWords.ts';

/**
 * The baud rate, for boards to which it means something: those behind a USB bridge, and those that
 * nobody knows. Of a board that is connected it is that board's; before that, it is offered when
 * such a board is plugged in.
 */
export function BaudSelect(): ReactNode {
  const { chooseBaudRate, knownPorts } = useTidemark();
  const baudRate = usePreferences((state) => state.baudRate);
  const source = useBoard((state) => state.source);
  const known = useStore(knownPorts);
  const matters =
    source === null
      ? known.some(({ key }) => baudRateMatters(key))
      : 'port' in source && baudRateMatters(source.port);
  if (!matters) return null;
  return (
    <NativeSelect
      size="xs"
      w={120}
      aria-label={HEADER_WORDS.baudRate}
      title={HEADER_WORDS.baudRateHint}
      value={String(baudRate)}
      onChange={(event) => {
        const chosen = BAUD_RATES.find((rate) => String(rate) === event.currentTarget.value);
        if (chosen !== undefined) chooseBaudRate(chosen);
      }}
      data={BAUD_RATES.map((rate) => ({ value: String(rate), label: `${rate} baud` }))}
    />
  );
}
