import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Disagreement } from '../../analysis/messages/findings.ts';
import { formatClock, formatExact, formatMeasured, formatPercent } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard } from '../tidemarkContext.ts';
import { FOUND_WORDS, INCOMPARABLE, VERDICT_WORDS } from './effectWords.ts';
import styles from './parameters.module.css';

/** How far browser and board say the same; why that is not known, and what would help. */
export function AgreementLine(): ReactNode {
  const agreement = useBoard((state) => state.health?.agreement ?? null);
  if (!agreement) return null;
  if (!agreement.comparable) return <p className={styles.effect}>{INCOMPARABLE[agreement.why]}</p>;
  const { changedAtMs, flagged, agreed, lost, disagreements } = agreement;
  return (
    <div className={styles.effect}>
      {flagged === 0 ? FOUND_WORDS.neither : FOUND_WORDS.agrees(agreed, flagged)}
      {changedAtMs !== null && FOUND_WORDS.since(formatClock(changedAtMs))}
      {lost > 0 && FOUND_WORDS.lost(lost)}.
      {disagreements.length > 0 && <Disagreements disagreements={disagreements} />}
    </div>
  );
}

interface DisagreementsProps {
  readonly disagreements: readonly Disagreement[];
}

function Disagreements({ disagreements }: DisagreementsProps): ReactNode {
  const channels = useBoard((state) => state.channels);
  return (
    <Popover width="max-content" position="top-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle">
          {FOUND_WORDS.show}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.disagreements}>
        <p tabIndex={-1} data-autofocus className={styles.remark}>
          {FOUND_WORDS.rounding}
        </p>
        <table>
          <thead>
            <tr>
              {FOUND_WORDS.head.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {disagreements.map((one) => (
              <tr key={`${one.channel}-${one.timeMs}`}>
                <td title={new Date(one.timeMs).toISOString()}>{formatClock(one.timeMs)}</td>
                <td title={formatExact(one.value)}>
                  <OutsideText>
                    {channels[one.channel]?.name ?? FOUND_WORDS.channel(one.channel + 1)}
                  </OutsideText>{' '}
                  {formatMeasured(one.value)}
                </td>
                <td>{verdictWords(one.browser)}</td>
                <td>{verdictWords(one.board)}</td>
                <td title={formatExact(one.distance)}>{formatPercent(Math.abs(one.distance))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A verdict's letters in words: `oa` is `outlier, alarm`. */
export function verdictWords(letters: string): string {
  const known = [...letters].flatMap((letter) => VERDICT_WORDS[letter] ?? []);
  return known.length === 0 ? FOUND_WORDS.nothing : known.join(', ');
}
