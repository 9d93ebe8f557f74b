import { type ReactNode, useState } from 'react';
import { formatMeasured, formatPercent } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { NumberTable } from './NumberTable.tsx';
import { fitRows } from './tableRows.ts';
import styles from './tables.module.css';

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
          Weibull: shape {formatMeasured(weibull.shape)}, scale {formatMeasured(weibull.scale)} σ,
          location {formatMeasured(weibull.location)} σ, R² {formatMeasured(weibull.r2)}; limit q{' '}
          {formatMeasured(weibull.q)} σ; bound γ {formatMeasured(fit.gamma)} σ.
        </p>
      )}
      <NumberTable
        name={`${isolated(name)}: block maxima, ascending`}
        columns={['Maximum, σ', 'Blocks below it, counted', 'By the curve']}
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
