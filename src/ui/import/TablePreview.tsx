import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CsvPlan, FileLook } from '../../analysis/messages/fileMessages.ts';
import { unitSign } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import styles from './import.module.css';
import { IMPORT_WORDS } from './importDialogWords.ts';
import { toggleColumn } from './planChanges.ts';

interface TablePreviewProps {
  readonly look: Extract<FileLook, { ok: true }>;
  readonly plan: CsvPlan;
  readonly onChange: (plan: CsvPlan) => void;
}

/** The first rows as they stand in the file; ticked columns become channels. */
export function TablePreview({ look, plan, onChange }: TablePreviewProps): ReactNode {
  const { columns, preview } = look;
  const kept = new Set(plan.columns.map(({ column }) => column));
  const offered = plan.own ? new Set(keptAtFirst(look)) : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.preview} aria-label={IMPORT_WORDS.firstRows} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          <span>{IMPORT_WORDS.preview(preview.length)}</span>
        </caption>
        <thead>
          <tr>
            {columns.map(({ name, unit, kind }, column) => (
              <th key={column} scope="col">
                {kind === 'number' && !isTime(plan, column) && (offered?.has(column) ?? true) ? (
                  <Checkbox
                    size="xs"
                    label={
                      <OutsideText>
                        {unit === '' ? name : `${name} (${unitSign(unit)})`}
                      </OutsideText>
                    }
                    checked={kept.has(column)}
                    onChange={() => onChange(toggleColumn(plan, columns, column))}
                  />
                ) : (
                  <span className={styles.unkept}>
                    <OutsideText>{name}</OutsideText>
                    {isTime(plan, column) && <b> {IMPORT_WORDS.isTime}</b>}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map((row, line) => (
            <tr key={line}>
              {columns.map((_, column) => (
                <td key={column} className={kept.has(column) ? undefined : styles.unkept}>
                  <OutsideText>{row[column] ?? ''}</OutsideText>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function keptAtFirst({ plan }: TablePreviewProps['look']): number[] {
  return plan.form === 'csv' ? plan.columns.map(({ column }) => column) : [];
}

function isTime({ time }: CsvPlan, column: number): boolean {
  if (time.kind !== 'column') return false;
  const isPart = time.parts?.some((part) => part.column === column) ?? false;
  return isPart || time.column === column || time.clockColumn === column;
}
