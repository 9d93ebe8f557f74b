import type { ReactNode } from 'react';
import type { Health } from '../../analysis/messages/findings.ts';
import { formatRate, withDecimalSign } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useNothingYet } from '../tidemarkContext.ts';
import { useStatus } from '../useStatus.ts';
import styles from './header.module.css';
import { ERROR_WORDS, FIGURE_WORDS, HEADER_WORDS } from './headerWords.ts';

/** Words first; then the board and its counters. */
export function StatusLine(): ReactNode {
  const health = useBoard((state) => state.health);
  const nothingYet = useNothingYet();
  const { words, tone, name, title } = useStatus();

  return (
    <div className={styles.status}>
      <div className={styles.state}>
        <span className={styles.words} title={words}>
          <span className={styles[tone]} aria-hidden="true">
            ●
          </span>{' '}
          <span role="status" aria-label={HEADER_WORDS.connection}>
            {words}
          </span>
        </span>
        {name !== '' && (
          <span className={styles.board} title={title}>
            <OutsideText>{name}</OutsideText>
          </span>
        )}
      </div>
      {/* The place is kept only where figures will come. */}
      {health && <Figures health={health} />}
      {!health && !nothingYet && <div className={styles.figures} />}
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
  const wrong = (count: number, name: keyof typeof ERROR_WORDS): Figure[] => {
    const words = ERROR_WORDS[name];
    return count > 0
      ? [{ words: words.count(count), meaning: words.meaning, isNotable: true }]
      : [];
  };
  return [
    {
      words: rateHz > 0 ? formatRate(rateHz) : '– Hz',
      meaning: FIGURE_WORDS.rate(withDecimalSign(String(rateHz))),
      isNotable: false,
    },
    { words: FIGURE_WORDS.samples(samples), meaning: '', isNotable: false },
    { words: FIGURE_WORDS.lost(lost), meaning: '', isNotable: lost > 0 },
    ...(skipped !== null && skipped > 0
      ? [
          {
            words: FIGURE_WORDS.leftOut(skipped),
            meaning: FIGURE_WORDS.leftOutMeaning,
            isNotable: true,
          },
        ]
      : []),
    ...wrong(invalidLines, 'invalidLines'),
    ...wrong(invalidValues, 'invalidValues'),
    ...LINE_ERRORS.flatMap((name) => wrong(lineErrors[name], name)),
    ...(signalsRefused
      ? [
          {
            words: FIGURE_WORDS.refused,
            meaning: FIGURE_WORDS.refusedMeaning,
            isNotable: false,
          },
        ]
      : []),
  ];
}

/** In the order of the screen. */
const LINE_ERRORS = ['overruns', 'framing', 'parity', 'breaks'] as const;
