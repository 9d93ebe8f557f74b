import { NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CsvPlan, FileLook, Separator } from '../../analysis/messages/fileMessages.ts';
import { useImports } from '../tidemarkContext.ts';
import styles from './import.module.css';
import { chosenSoFar, writtenAs } from './planChanges.ts';
import { TablePreview } from './TablePreview.tsx';
import { TimeSettings } from './TimeSettings.tsx';

const SEPARATORS = [
  { value: ',', label: 'comma' },
  { value: ';', label: 'semicolon' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'bar' },
  { value: ' ', label: 'blanks' },
];
const DECIMALS = [
  { value: '.', label: 'point (1.5)' },
  { value: ',', label: 'comma (1,5)' },
];
const NONE = 'none';
const SEVERAL = 'several';

interface TableSettingsProps {
  readonly look: Extract<FileLook, { ok: true }>;
  readonly plan: CsvPlan;
  readonly onChange: (plan: CsvPlan) => void;
}

/** How a table is written, when its rows were measured, and which columns are channels. */
export function TableSettings({ look, plan, onChange }: TableSettingsProps): ReactNode {
  const lookAgain = useImports((state) => state.lookAgain);
  const { columns } = look;
  const { dialect, keyColumns } = plan;
  if (plan.own) {
    return (
      <>
        <p className={styles.note}>
          Tidemark wrote this file: values, times and gaps come back as they were, and are judged
          anew.
        </p>
        <TablePreview look={look} plan={plan} onChange={onChange} />
      </>
    );
  }
  const words = columns.flatMap(({ name, kind }, column) =>
    kind === 'words' ? [{ value: String(column), label: name }] : [],
  );
  return (
    <>
      <div className={styles.settings}>
        <NativeSelect
          size="xs"
          label="Separator"
          data={SEPARATORS}
          value={dialect.separator}
          onChange={({ currentTarget }) =>
            lookAgain({ ...writtenAs(plan), separator: currentTarget.value as Separator })
          }
        />
        <NativeSelect
          size="xs"
          label="Decimal sign"
          data={DECIMALS}
          value={dialect.decimal}
          onChange={({ currentTarget }) =>
            lookAgain({ ...writtenAs(plan), decimal: currentTarget.value === ',' ? ',' : '.' })
          }
        />
        <NumberInput
          size="xs"
          label="Line of the names (0: none)"
          value={plan.headerLine ?? 0}
          min={0}
          max={plan.bodyLine + look.preview.length}
          allowDecimal={false}
          hideControls
          onChange={(line) => {
            if (typeof line !== 'number') return;
            lookAgain({ ...writtenAs(plan), headerLine: line === 0 ? null : line });
          }}
        />
        <TimeSettings columns={columns} plan={plan} onChange={onChange} onLook={lookAgain} />
        {(words.length > 0 || keyColumns.length > 0) && (
          <NativeSelect
            size="xs"
            label="One channel for each word of"
            data={[
              { value: NONE, label: 'no column' },
              ...words,
              ...(keyColumns.length > 1 ? [{ value: SEVERAL, label: 'several columns' }] : []),
            ]}
            value={keyColumns.length > 1 ? SEVERAL : String(keyColumns[0] ?? NONE)}
            onChange={({ currentTarget: { value } }) => {
              if (value === SEVERAL) return;
              lookAgain({
                ...chosenSoFar(plan),
                keyColumn: value === NONE ? null : Number(value),
              });
            }}
          />
        )}
      </div>
      <TablePreview look={look} plan={plan} onChange={onChange} />
    </>
  );
}
