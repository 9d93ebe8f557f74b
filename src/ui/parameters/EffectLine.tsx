import type { ReactNode } from 'react';
import type { Tally } from '../../analysis/messages/findings.ts';
import { counted, formatAbout, formatCount } from '../format.ts';
import { TERMS } from '../terms.ts';
import { useBoard } from '../tidemarkContext.ts';
import styles from './parameters.module.css';

/** What these parameters find in the samples in memory, against what the board found. */
export function EffectLine(): ReactNode {
  const found = useBoard((state) => state.health?.found ?? null);
  if (!found) return <p className={styles.effect}>What these would find is shown here.</p>;
  return (
    <p className={styles.effect} title={TITLE}>
      With these: {tallyWords(found.browser)} in the {formatAbout(found.overMs)} in memory
      {found.board && <>; the board found {tallyWords(found.board)}</>}.
    </p>
  );
}

const TITLE = (['outlier', 'alarm', 'collective'] as const)
  .map((term) => `${term}: ${TERMS[term]}`)
  .join('\n');

function tallyWords({ outliers, alarms, collective }: Tally): string {
  const of = collective > 0 ? ` (${formatCount(collective)} collective)` : '';
  return `${counted(outliers, 'outlier')}, ${counted(alarms, 'alarm')}${of}`;
}
