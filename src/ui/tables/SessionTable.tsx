import { type ReactNode, useEffect, useState } from 'react';
import type { View } from '../../analysis/messages/viewMessages.ts';
import { formatCount, formatMeasured, formatSecond } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { NumberTable } from './NumberTable.tsx';
import { sessionRows } from './tableRows.ts';
import { TABLE_WORDS } from './tableWords.ts';

const STRETCHES = 24;
/** Columns that are asked for, so that no stretch is without its extremes. */
const WIDTH_PX = 40 * STRETCHES;
/** The plots ask, too, and the newest request goes first. */
const TRIES = 20;

/** The whole session in stretches: what the overview draws. */
export function SessionTable({ channel }: { readonly channel: number }): ReactNode {
  const { client } = useTidemark();
  const name = useBoard((state) => state.channels[channel]?.name ?? '');
  const [view, setView] = useState<View | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      for (let i = 0; i < TRIES && !gone; i += 1) {
        const reply = await client.view({ kind: 'all' }, WIDTH_PX);
        if (gone || reply.kind === 'failed') return;
        if (reply.kind === 'view') {
          setView(reply.view);
          return;
        }
      }
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [client]);
  return (
    <NumberTable
      name={TABLE_WORDS.session(isolated(name), STRETCHES)}
      columns={[
        TABLE_WORDS.from,
        TABLE_WORDS.to,
        TABLE_WORDS.lowest,
        TABLE_WORDS.highest,
        TABLE_WORDS.alarms,
      ]}
      rows={(view ? sessionRows(view, channel, STRETCHES) : []).map((row) => ({
        key: row.fromMs,
        cells: [
          formatSecond(row.fromMs),
          formatSecond(row.toMs),
          row.range ? formatMeasured(row.range.low, 6) : '–',
          row.range ? formatMeasured(row.range.high, 6) : '–',
          formatCount(row.alarms),
        ],
      }))}
    />
  );
}
