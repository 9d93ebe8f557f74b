import { type ReactNode, useState } from 'react';
import { formatMeasured, formatSecond, unitSign } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { useViewFeed } from '../plot/plotting.ts';
import { useBoard } from '../tidemarkContext.ts';
import { NumberTable } from './NumberTable.tsx';
import { type SignalRow, signalRows } from './tableRows.ts';

const MOST_ROWS = 200;

/** The newest columns of the window that is shown. */
export function SignalTable({ channel }: { readonly channel: number }): ReactNode {
  const feed = useViewFeed();
  const known = useBoard((state) => state.channels[channel]);
  const [view] = useState(() => feed?.latest() ?? null);
  const columns = view?.channels[channel];
  const unit = known && known.unit !== '' ? `, ${unitSign(known.unit)}` : '';
  return (
    <NumberTable
      name={`${isolated(known?.name ?? '')}: the newest of the visible window`}
      columns={['Time', `Value${unit}`, 'Lower limit', 'Upper limit', 'Flagged by']}
      rows={(columns ? signalRows(columns, MOST_ROWS) : []).map((row) => ({
        key: row.timeMs,
        cells: [
          exactClock(row.timeMs),
          numberWords(row.value),
          numberWords(row.lower),
          numberWords(row.upper),
          byWords(row.by),
        ],
      }))}
    />
  );
}

/** Many a board samples faster than tenths of a second tell apart. */
const exactClock = (timeMs: number): string =>
  `${formatSecond(timeMs)}.${String(Math.floor(timeMs) % 1000).padStart(3, '0')}`;

const numberWords = (value: number): string =>
  Number.isFinite(value) ? formatMeasured(value, 6) : '–';

function byWords(by: SignalRow['by']): string {
  switch (by) {
    case null:
      return '–';
    case 'browser':
      return 'browser';
    case 'board':
      return 'board';
    case 'both':
      return 'browser and board';
    default:
      return by satisfies never;
  }
}
