import { memo, type ReactNode } from 'react';
import type { FitReport } from '../../analysis/messages/findings.ts';
import { SymbolButton } from '../explain/SymbolButton.tsx';
import type { SymbolName } from '../explain/symbols.ts';
import { formatMeasured, withDecimalSign } from '../format.ts';
import styles from './weibull.module.css';
import { THEORY_WORDS } from './weibullWords.ts';

export const WeibullFigures = memo(function WeibullFigures({
  weibull,
}: {
  readonly weibull: NonNullable<FitReport['weibull']>;
}): ReactNode {
  const figures: readonly (readonly [SymbolName, number, string])[] = [
    ['shape', weibull.shape, ''],
    ['scale', weibull.scale, ' σ'],
    ['location', weibull.location, ' σ'],
    ['r2', weibull.r2, ''],
    ['q', weibull.q, ' σ'],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([symbol, value, unit]) => (
        <div key={symbol}>
          <dt>
            <SymbolButton symbol={symbol} />
          </dt>
          <dd title={exactly(value, unit)}>
            {formatMeasured(value, 3)}
            {Number.isNaN(value) ? '' : unit}
          </dd>
        </div>
      ))}
    </dl>
  );
});

function exactly(value: number, unit: string): string {
  return Number.isNaN(value) ? THEORY_WORDS.undefined : `${withDecimalSign(String(value))}${unit}`;
}
