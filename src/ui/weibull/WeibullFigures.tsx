import { memo, type ReactNode } from 'react';
import type { FitReport } from '../../analysis/messages/messages.ts';
import { SymbolButton } from '../explain/SymbolButton.tsx';
import type { SymbolName } from '../explain/symbols.ts';
import { formatMeasured } from '../format.ts';
import styles from './weibull.module.css';

export const WeibullFigures = memo(function WeibullFigures({
  fit,
}: {
  readonly fit: FitReport;
}): ReactNode {
  const { weibull } = fit;
  const figures: readonly (readonly [SymbolName, number, string])[] = [
    ['shape', weibull?.shape ?? Number.NaN, ''],
    ['scale', weibull?.scale ?? Number.NaN, ' σ'],
    ['r2', weibull?.r2 ?? Number.NaN, ''],
    ['q', weibull?.q ?? Number.NaN, ' σ'],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([symbol, value, unit]) => (
        <div key={symbol}>
          <dt>
            <SymbolButton symbol={symbol} />
          </dt>
          <dd title={exactly(value, unit, weibull !== null)}>
            {formatMeasured(value, 3)}
            {Number.isNaN(value) ? '' : unit}
          </dd>
        </div>
      ))}
    </dl>
  );
});

function exactly(value: number, unit: string, fitted: boolean): string {
  if (!Number.isNaN(value)) return `${value}${unit}`;
  return fitted ? 'undefined: all maxima are equal' : 'not known yet';
}
