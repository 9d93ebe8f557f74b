import type { ReactNode } from 'react';
import type { ParameterName } from '../../detector/parameters.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { formatExact } from '../format.ts';
import { valueWords } from '../parameterWords.ts';
import { useTuning } from '../tidemarkContext.ts';
import { PANEL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';

/** What the browser judges with and what the board confirmed, beside what is being edited. */
export function TruthCells({ name }: { readonly name: ParameterName }): ReactNode {
  const editing = useTuning(({ editing: all, own, scope }) => effectiveOf(all, own, scope)[name]);
  const browser = useTuning(
    ({ browser: all, browserOwn, scope }) => effectiveOf(all, browserOwn, scope)[name],
  );
  const board = useTuning(({ board: all, boardOwn, scope }) =>
    all ? effectiveOf(all, boardOwn, scope)[name] : null,
  );
  return (
    <>
      <Truth who={PANEL_WORDS.browser} value={browser} differs={browser !== editing} />
      <Truth who={PANEL_WORDS.board} value={board} differs={board !== null && board !== editing} />
    </>
  );
}

interface TruthProps {
  readonly who: string;
  readonly value: string | number | null;
  readonly differs: boolean;
}

function Truth({ who, value, differs }: TruthProps): ReactNode {
  if (value === null) {
    return (
      <span className={styles.truth} title={PANEL_WORDS.noBoardSaid}>
        –
      </span>
    );
  }
  const words = PANEL_WORDS.truth(
    who,
    typeof value === 'string' ? valueWords(value) : formatExact(value),
    differs,
  );
  return (
    <span className={differs ? styles.differs : styles.truth} title={words}>
      {differs && (
        <span role="img" aria-label={PANEL_WORDS.differs}>
          ≠
        </span>
      )}
      {valueWords(value)}
    </span>
  );
}
