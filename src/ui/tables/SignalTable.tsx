import { type ReactNode, useState } from 'react';
import { formatMeasured, formatSecond, unitSign, withDecimalSign } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { useViewFeed } from '../plot/plotting.ts';
import { useBoard } from '../tidemarkContext.ts';
import { NumberTable } from './NumberTable.tsx';
import { signalRows } from './tableRows.ts';
import { FLAGGED_BY, TABLE_WORDS } from './tableWords.ts';

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
      name={TABLE_WORDS.window(isolated(known?.name ?? ''))}
      columns={[
        TABLE_WORDS.time,
        `${TABLE_WORDS.value}${unit}`,
        TABLE_WORDS.lower,
        TABLE_WORDS.upper,
        TABLE_WORDS.flaggedBy,
      ]}
      rows={(columns ? signalRows(columns, MOST_ROWS) : []).map((row) => ({
        key: row.timeMs,
        cells: [
          exactClock(row.timeMs),
          numberWords(row.value),
          numberWords(row.lower),
          numberWords(row.upper),
          row.by === null ? '–' : FLAGGED_BY[row.by],
        ],
      }))}
    />
  );
}

/** Many a board samples faster than tenths of a second tell apart. */
const exactClock = (timeMs: number): string =>
  withDecimalSign(`${formatSecond(timeMs)}.${String(Math.floor(timeMs) % 1000).padStart(3, '0')}`);

const numberWords = (value: number): string =>
  Number.isFinite(value) ? formatMeasured(value, 6) : '–';
