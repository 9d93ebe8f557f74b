import type { ReactNode } from 'react';
import type { Health } from '../../analysis/messages/findings.ts';
import { counted, formatCount, formatRate } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard } from '../tidemarkContext.ts';
import { useStatus } from '../useStatus.ts';
import styles from './header.module.css';

/** Words first; then the board and its counters. */
export function StatusLine(): ReactNode {
  const health = useBoard((state) => state.health);
  const { words, tone, name, title } = useStatus();

  return (
    <div className={styles.status}>
      <div className={styles.state}>
        <span className={styles.words} title={words}>
          <span className={styles[tone]} aria-hidden="true">
            ●
          </span>{' '}
          <span role="status" aria-label="Connection">
            {words}
          </span>
        </span>
        {name !== '' && (
          <span className={styles.board} title={title}>
            <OutsideText>{name}</OutsideText>
          </span>
        )}
      </div>
      {health ? <Figures health={health} /> : <div className={styles.figures} />}
    </div>
  );
}

interface Figure {
  readonly words: string;
  readonly meaning: string;
  readonly isNotable: boolean;
}

/** The counters; where there is no room for all, they are all told on hover. */
function Figures({ health }: { readonly health: Health }): ReactNode {
  const figures = figuresOf(health);
  return (
    <div className={styles.figures} title={figures.map(({ words }) => words).join(' · ')}>
      {figures.map(({ words, meaning, isNotable }) => (
        <span
          key={words}
          title={meaning || undefined}
          className={isNotable ? styles.notable : undefined}
        >
          {words}
        </span>
      ))}
    </div>
  );
}

/** Those that are always there first; of the line only what went wrong. */
function figuresOf(health: Health): readonly Figure[] {
  const { rateHz, samples, lost, skipped, invalidLines, invalidValues } = health;
  const { lineErrors, signalsRefused } = health;
  const wrong = (count: number, word: string, meaning: string): Figure[] =>
    count > 0 ? [{ words: counted(count, word), meaning, isNotable: true }] : [];
  return [
    {
      words: rateHz > 0 ? formatRate(rateHz) : '– Hz',
      meaning: `${rateHz} Hz, by the board’s clock`,
      isNotable: false,
    },
    { words: counted(samples, 'sample'), meaning: '', isNotable: false },
    { words: `${formatCount(lost)} lost`, meaning: '', isNotable: lost > 0 },
    ...(skipped !== null && skipped > 0
      ? [
          {
            words: `${formatCount(skipped)} left out`,
            meaning: 'Samples that the board did not take because it was late: a longer R helps',
            isNotable: true,
          },
        ]
      : []),
    ...wrong(invalidLines, 'invalid line', 'Lines dropped: wrong sum, too long, or not understood'),
    ...wrong(invalidValues, 'invalid value', 'Not finite numbers: shown as gaps'),
    ...LINE_ERRORS.flatMap(([name, word, meaning]) => wrong(lineErrors[name], word, meaning)),
    ...(signalsRefused
      ? [
          {
            words: 'DTR refused',
            meaning: 'The driver would not raise DTR; some boards keep quiet without it',
            isNotable: false,
          },
        ]
      : []),
  ];
}

/** In the order of the screen: what it is called, and what it means. */
const LINE_ERRORS = [
  ['overruns', 'overrun', 'The browser read too slowly; reading went on'],
  [
    'framing',
    'framing error',
    'A byte without its end: noise, or another baud rate; reading went on',
  ],
  ['parity', 'parity error', 'A byte that was changed on its way; reading went on'],
  ['breaks', 'break', 'The line was held low: a reset or a loose wire; reading went on'],
] as const;
