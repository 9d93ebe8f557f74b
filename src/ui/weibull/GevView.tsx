import type { ReactNode } from 'react';
import type { FitReport } from '../../analysis/messages/findings.ts';
import type { GevReport } from '../../detector/gev.ts';
import { SymbolButton } from '../explain/SymbolButton.tsx';
import type { SymbolName } from '../explain/symbols.ts';
import { formatMeasured, formatWithError, withDecimalSign } from '../format.ts';
import { useBoard } from '../tidemarkContext.ts';
import { familyWords, GEV_WORDS, returnLevelWords } from './gevWords.ts';
import { useBlockOf } from './useBlockOf.ts';
import styles from './weibull.module.css';

/** Fewer maxima than this give no GEV. */
const LEAST_MAXIMA = 10;

interface GevViewProps {
  readonly fit: FitReport;
  readonly channel: number;
  /** The histogram under the density; shown where there is one. */
  readonly children: ReactNode;
}

/** Which family of extreme values the block maxima support, and how rare the newest event is. */
export function GevView({ fit, channel, children }: GevViewProps): ReactNode {
  const newest = useBoard(
    (state) =>
      state.events.findLast((event) => event.channel === channel && event.peakDeviation !== null)
        ?.peakDeviation ?? null,
  );
  const rateHz = useBoard((state) => state.health?.rateHz ?? 0);
  const block = useBlockOf(channel);
  const { gev } = fit;
  if (!gev) {
    return (
      <p className={styles.waiting}>
        {GEV_WORDS.tooFew(LEAST_MAXIMA, fit.gevMaxima.length, block)}
      </p>
    );
  }
  const largest = fit.maxima.at(-1) ?? gev.location;
  const expected = returnLevelWords(newest ?? largest, gev, block, rateHz);
  return (
    <div className={styles.gev}>
      {children}
      <p className={styles.family}>{familyWords(gev)}</p>
      <GevFigures gev={gev} />
      <p className={styles.sentence}>
        {newest === null ? GEV_WORDS.largest(expected) : GEV_WORDS.newest(expected)}
      </p>
      <p className={styles.meaning}>{GEV_WORDS.meaning(gev.count)}</p>
    </div>
  );
}

/** With all its digits. */
const exactly = (value: number): string => withDecimalSign(String(value));

function GevFigures({ gev }: { readonly gev: GevReport }): ReactNode {
  const figures: readonly (readonly [SymbolName, string, string])[] = [
    [
      'gevShape',
      formatWithError(gev.shape, gev.shapeError),
      GEV_WORDS.exactShape(exactly(gev.shape), exactly(gev.shapeError)),
    ],
    ['gevScale', `${formatMeasured(gev.scale, 3)} σ`, `${exactly(gev.scale)} σ`],
    ['gevLocation', `${formatMeasured(gev.location, 3)} σ`, `${exactly(gev.location)} σ`],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([symbol, shown, exact]) => (
        <div key={symbol}>
          <dt>
            <SymbolButton symbol={symbol} />
          </dt>
          <dd title={exact}>{shown}</dd>
        </div>
      ))}
    </dl>
  );
}
