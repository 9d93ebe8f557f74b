import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type {
  CsvPlan,
  FileLook,
  Separator,
  TimeUnit,
} from '../../analysis/messages/fileMessages.ts';
import { useImports } from '../tidemarkContext.ts';
import styles from './import.module.css';
import { PeriodInput } from './PeriodInput.tsx';
import { chooseTime } from './planChanges.ts';
import { TablePreview } from './TablePreview.tsx';

const DEFAULT_PERIOD_MS = 100;

const SEPARATORS = [
  { value: ',', label: 'comma' },
  { value: ';', label: 'semicolon' },
  { value: '\t', label: 'tab' },
];
const DECIMALS = [
  { value: '.', label: 'point (1.5)' },
  { value: ',', label: 'comma (1,5)' },
];
const UNITS = [
  { value: 'date', label: 'date and time' },
  { value: 's', label: 'seconds' },
  { value: 'ms', label: 'milliseconds' },
  { value: 'us', label: 'microseconds' },
];
const NO_TIME = 'none';

interface TableSettingsProps {
  readonly look: Extract<FileLook, { ok: true }>;
  readonly plan: CsvPlan;
  readonly onChange: (plan: CsvPlan) => void;
}

/** How a table is written, when its rows were measured, and which columns are channels. */
export function TableSettings({ look, plan, onChange }: TableSettingsProps): ReactNode {
  const lookAgain = useImports((state) => state.lookAgain);
  const { columns } = look;
  const { dialect, time } = plan;
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
  return (
    <>
      <div className={styles.settings}>
        <NativeSelect
          size="xs"
          label="Separator"
          data={SEPARATORS}
          value={dialect.separator}
          onChange={({ currentTarget }) =>
            lookAgain({ ...dialect, separator: currentTarget.value as Separator })
          }
        />
        <NativeSelect
          size="xs"
          label="Decimal sign"
          data={DECIMALS}
          value={dialect.decimal}
          onChange={({ currentTarget }) =>
            lookAgain({ ...dialect, decimal: currentTarget.value === ',' ? ',' : '.' })
          }
        />
        <NativeSelect
          size="xs"
          label="Time"
          data={[
            { value: NO_TIME, label: 'none in the file' },
            ...columns.flatMap(({ name, kind }, column) =>
              kind === 'number' || kind === 'date' ? [{ value: String(column), label: name }] : [],
            ),
          ]}
          value={time.kind === 'column' ? String(time.column) : NO_TIME}
          onChange={({ currentTarget: { value } }) =>
            onChange(
              chooseTime(
                plan,
                columns,
                value === NO_TIME ? null : Number(value),
                DEFAULT_PERIOD_MS,
              ),
            )
          }
        />
        {time.kind === 'column' ? (
          <NativeSelect
            size="xs"
            label="Unit of the time"
            data={UNITS}
            value={time.unit}
            onChange={({ currentTarget }) =>
              onChange({
                ...plan,
                evenMs: null,
                time: { ...time, unit: currentTarget.value as TimeUnit },
              })
            }
          />
        ) : (
          <PeriodInput
            periodMs={time.periodMs}
            onChange={(periodMs) => onChange({ ...plan, time: { kind: 'period', periodMs } })}
          />
        )}
        <Checkbox
          size="xs"
          label="The first row names the columns"
          checked={dialect.hasHeader}
          onChange={({ currentTarget }) =>
            lookAgain({ ...dialect, hasHeader: currentTarget.checked })
          }
        />
      </div>
      <TablePreview look={look} plan={plan} onChange={onChange} />
    </>
  );
}
