import type { ReactNode } from 'react';
import type { ParameterName } from '../../detector/parameters.ts';
import { formatParameter } from '../format.ts';
import { useTuning } from '../tidemarkContext.ts';
import styles from './parameters.module.css';

/** What the browser judges with and what the board confirmed, beside what is being edited. */
export function TruthCells({ name }: { readonly name: ParameterName }): ReactNode {
  const editing = useTuning((state) => state.editing[name]);
  const browser = useTuning((state) => state.browser[name]);
  const board = useTuning((state) => state.board?.[name] ?? null);
  return (
    <>
      <Truth who="Browser" value={browser} differs={browser !== editing} />
      <Truth who="Board" value={board} differs={board !== null && board !== editing} />
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
      <span className={styles.truth} title="No board has said">
        –
      </span>
    );
  }
  const words = `${who}: ${value}${differs ? ', differs from what you are editing' : ''}`;
  return (
    <span className={differs ? styles.differs : styles.truth} title={words}>
      {differs && (
        <span role="img" aria-label="differs:">
          ≠
        </span>
      )}
      {formatParameter(value)}
    </span>
  );
}
