import { type ReactNode, useMemo } from 'react';
import { classShown } from '../classNameWords.ts';
import { formatClock } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useForest } from '../tidemarkContext.ts';
import { AGREEMENT_WORDS } from './agreementWords.ts';
import { namedAlike } from './namedAlike.ts';
import styles from './names.module.css';

/** How often the board and the page call the same event the same, and where they do not. */
export function AgreementSection(): ReactNode {
  const page = useForest((state) => state.names);
  const board = useBoard((state) => state.boardNames);
  const { of, agreed, differing } = useMemo(() => namedAlike(page, board), [page, board]);
  if (board.size === 0 || page.size === 0) return null;
  return (
    <section aria-label={AGREEMENT_WORDS.heading}>
      <p className={styles.soft}>{AGREEMENT_WORDS.sentence(agreed, of)}</p>
      {differing.length > 0 && (
        <ul className={styles.plain}>
          {differing.map((one) => (
            <li key={one.event}>
              {formatClock(one.timeMs)}: {AGREEMENT_WORDS.page} <Name name={one.page} />,{' '}
              {AGREEMENT_WORDS.board} <Name name={one.board} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Name({ name }: { readonly name: string | null }): ReactNode {
  return (
    <b>{name === null ? AGREEMENT_WORDS.unknown : <OutsideText>{classShown(name)}</OutsideText>}</b>
  );
}
