import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Agreement, Disagreement } from '../../analysis/messages/findings.ts';
import { counted, formatClock, formatCount, formatMeasured, formatPercent } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard } from '../tidemarkContext.ts';
import styles from './parameters.module.css';

/** How far browser and board say the same; why that is not known, and what would help. */
export function AgreementLine(): ReactNode {
  const agreement = useBoard((state) => state.health?.agreement ?? null);
  if (!agreement) return null;
  if (!agreement.comparable) return <p className={styles.effect}>{incomparable(agreement.why)}</p>;
  const { changedAtMs, flagged, agreed, lost, disagreements } = agreement;
  return (
    <div className={styles.effect}>
      {flagged === 0
        ? 'Agrees with the board: of what both have judged, neither has flagged a sample'
        : `Agrees with the board on ${formatCount(agreed)} of ${counted(flagged, 'flagged sample')}`}
      {changedAtMs !== null &&
        ` since it took other parameters at ${formatClock(changedAtMs)}, with what it had learned by the former ones`}
      {lost > 0 && `; ${counted(lost, 'sample')} lost, which only the board has seen`}.
      {disagreements.length > 0 && <Disagreements disagreements={disagreements} />}
    </div>
  );
}

type NotComparable = Extract<Agreement, { comparable: false }>['why'];

function incomparable(why: NotComparable): string {
  switch (why) {
    case 'parameters-differ':
      return 'Not compared with the board: the parameters differ. Push to board or Revert.';
    case 'learned-differently':
      return 'Not compared with the board: it had learned before this page saw its samples. Restart learning to compare.';
    case 'older-rules':
      return 'Not compared with the board: it judges by older rules than this page. Update it to compare.';
    default:
      return why satisfies never;
  }
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
          Show disagreements
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.disagreements}>
        <p tabIndex={-1} data-autofocus className={styles.remark}>
          Board and browser may round differently: a value within rounding of a limit may fall on
          either side of it.
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Channel</th>
              <th scope="col">Browser</th>
              <th scope="col">Board</th>
              <th scope="col">From the limit</th>
            </tr>
          </thead>
          <tbody>
            {disagreements.map((one) => (
              <tr key={`${one.channel}-${one.timeMs}`}>
                <td title={new Date(one.timeMs).toISOString()}>{formatClock(one.timeMs)}</td>
                <td title={String(one.value)}>
                  <OutsideText>
                    {channels[one.channel]?.name ?? `channel ${one.channel + 1}`}
                  </OutsideText>{' '}
                  {formatMeasured(one.value)}
                </td>
                <td>{verdictWords(one.browser)}</td>
                <td>{verdictWords(one.board)}</td>
                <td title={String(one.distance)}>{formatPercent(Math.abs(one.distance))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Popover.Dropdown>
    </Popover>
  );
}

const WORDS: Readonly<Record<string, string>> = {
  o: 'outlier',
  a: 'alarm',
  c: 'collective',
  d: 'by drift',
  r: 'by rhythm',
};

/** A verdict's letters in words: `oa` is `outlier, alarm`. */
export function verdictWords(letters: string): string {
  const known = [...letters].flatMap((letter) => WORDS[letter] ?? []);
  return known.length === 0 ? 'nothing' : known.join(', ');
}
