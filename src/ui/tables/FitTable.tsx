import { type ReactNode, useState } from 'react';
import { formatMeasured, formatPercent } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { NumberTable } from './NumberTable.tsx';
import { fitRows } from './tableRows.ts';
import styles from './tables.module.css';
import { FIT_TABLE_WORDS, TABLE_WORDS } from './tableWords.ts';

/** The block maxima, and what the curve fitted to them says of each. */
export function FitTable({ channel }: { readonly channel: number }): ReactNode {
  const { board } = useTidemark();
  const name = useBoard((state) => state.channels[channel]?.name ?? '');
  const [fit] = useState(() => board.getState().fits.get(channel) ?? null);
  const weibull = fit?.weibull;
  return (
    <>
      {weibull && (
        <p className={styles.none}>
          {FIT_TABLE_WORDS.fit({
            shape: formatMeasured(weibull.shape),
            scale: formatMeasured(weibull.scale),
            location: formatMeasured(weibull.location),
            r2: formatMeasured(weibull.r2),
            q: formatMeasured(weibull.q),
            gamma: formatMeasured(fit.gamma),
          })}
        </p>
      )}
      <NumberTable
        name={TABLE_WORDS.maxima(isolated(name))}
        columns={[TABLE_WORDS.maximum, TABLE_WORDS.counted, TABLE_WORDS.byCurve]}
        rows={(fit ? fitRows(fit) : []).map((row, key) => ({
          key,
          cells: [
            formatMeasured(row.maximum, 6),
            formatPercent(row.counted),
            row.fitted === null ? '–' : formatPercent(row.fitted),
          ],
        }))}
      />
    </>
  );
}
