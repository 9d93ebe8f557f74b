import { NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CsvPlan, FileLook, Separator } from '../../analysis/messages/fileMessages.ts';
import { useImports } from '../tidemarkContext.ts';
import styles from './import.module.css';
import { IMPORT_WORDS, TABLE_SETTINGS_WORDS } from './importDialogWords.ts';
import { chosenSoFar, writtenAs } from './planChanges.ts';
import { TablePreview } from './TablePreview.tsx';
import { TimeSettings } from './TimeSettings.tsx';

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
        <p className={styles.note}>{IMPORT_WORDS.own}</p>
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
          label={TABLE_SETTINGS_WORDS.separator}
          data={separators()}
          value={dialect.separator}
          onChange={({ currentTarget }) =>
            lookAgain({ ...writtenAs(plan), separator: currentTarget.value as Separator })
          }
        />
        <NativeSelect
          size="xs"
          label={TABLE_SETTINGS_WORDS.decimal}
          data={decimals()}
          value={dialect.decimal}
          onChange={({ currentTarget }) =>
            lookAgain({ ...writtenAs(plan), decimal: currentTarget.value === ',' ? ',' : '.' })
          }
        />
        <NumberInput
          size="xs"
          label={TABLE_SETTINGS_WORDS.header}
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
            label={TABLE_SETTINGS_WORDS.key}
            data={[
              { value: NONE, label: TABLE_SETTINGS_WORDS.noColumn },
              ...words,
              ...(keyColumns.length > 1
                ? [{ value: SEVERAL, label: TABLE_SETTINGS_WORDS.severalColumns }]
                : []),
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

function separators() {
  return [
    { value: ',', label: TABLE_SETTINGS_WORDS.comma },
    { value: ';', label: TABLE_SETTINGS_WORDS.semicolon },
    { value: '\t', label: TABLE_SETTINGS_WORDS.tab },
    { value: '|', label: TABLE_SETTINGS_WORDS.bar },
    { value: ' ', label: TABLE_SETTINGS_WORDS.blanks },
  ];
}

function decimals() {
  return [
    { value: '.', label: TABLE_SETTINGS_WORDS.point },
    { value: ',', label: TABLE_SETTINGS_WORDS.decimalComma },
  ];
}
