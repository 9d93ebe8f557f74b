import { Popover } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import styles from './explain.module.css';
import { explain, type SymbolName } from './symbols.ts';
import { SYMBOL_WORDS } from './symbolWords.ts';

/** A symbol that explains itself: one click shows what it stands for, with its equation. */
export const SymbolButton = memo(function SymbolButton({
  symbol,
}: {
  readonly symbol: SymbolName;
}): ReactNode {
  const { sign, title, sentence, equation } = explain(symbol);
  return (
    <Popover width={320} position="top-start" shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.symbol} aria-label={SYMBOL_WORDS.what(sign)}>
          {sign}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.explanation}>
        <div tabIndex={-1} data-autofocus>
          <h3 className={styles.title}>{title}</h3>
          <p className={styles.sentence}>{sentence}</p>
          {equation}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
});
