import type { ReactNode } from 'react';
import type { Tally } from '../../analysis/messages/findings.ts';
import { formatCount } from '../format.ts';
import { useBoard } from '../tidemarkContext.ts';
import styles from './parameters.module.css';

/** What these parameters would have found lately, against what the board found. */
export function EffectLine(): ReactNode {
  const tallies = useBoard((state) => state.health?.lastTenMinutes ?? null);
  if (!tallies)
    return <p className={styles.effect}>The effect on the last 10 min is shown here.</p>;
  return (
    <p className={styles.effect}>
      With these: {tallyWords(tallies.browser)} in the last 10 min
      {tallies.board && <>; the board’s: {tallyFigures(tallies.board)}</>}.
    </p>
  );
}

function tallyWords({ outliers, alarms, collective }: Tally): string {
  return [
    `${formatCount(outliers)} ${outliers === 1 ? 'outlier' : 'outliers'}`,
    `${formatCount(alarms)} ${alarms === 1 ? 'alarm' : 'alarms'}`,
    `${formatCount(collective)} collective`,
  ].join(', ');
}

function tallyFigures({ outliers, alarms, collective }: Tally): string {
  return [outliers, alarms, collective].map(formatCount).join(', ');
}
