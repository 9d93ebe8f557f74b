import type { ReactNode } from 'react';
import styles from './tables.module.css';
import { TABLE_WORDS } from './tableWords.ts';

interface NumberTableProps {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly NumberRow[];
}

export interface NumberRow {
  /** Tells it from the others. */
  readonly key: number;
  /** The first is its heading. */
  readonly cells: readonly string[];
}

/** A table that scrolls for itself, by keyboard too; a sentence where it has no row. */
export function NumberTable({ name, columns, rows }: NumberTableProps): ReactNode {
  if (rows.length === 0) return <p className={styles.none}>{TABLE_WORDS.nothing}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroll} aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <caption>{name}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [heading, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{heading}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
