import { NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type {
  CsvPlan,
  FileColumn,
  LookChoice,
  TimeUnit,
} from '../../analysis/messages/fileMessages.ts';
import { TABLE_SETTINGS_WORDS } from './importDialogWords.ts';
import { PeriodInput } from './PeriodInput.tsx';
import { chosenSoFar } from './planChanges.ts';
import { TIME_UNIT_WORDS } from './timeUnitWords.ts';

/** In the order of the list. */
const UNITS: readonly TimeUnit[] = [
  ...(['date', 's', 'ms', 'us', 'ns', 'min', 'h', 'd'] as const),
  ...(['excel', 'matlab', 'julian', 'labview', 'gps'] as const),
];
/** Of these the zone matters. */
const CIVIL: readonly TimeUnit[] = ['date', 'excel', 'matlab'];
const NONE = 'none';
const DEFAULT_PERIOD_MS = 100;
const HOUR_MINUTES = 60;

interface TimeSettingsProps {
  readonly columns: readonly FileColumn[];
  readonly plan: CsvPlan;
  readonly onChange: (plan: CsvPlan) => void;
  readonly onLook: (choice: LookChoice) => void;
}

/** When the rows of a table were measured: which columns say so, and how they are written. */
export function TimeSettings({ columns, plan, onChange, onLook }: TimeSettingsProps): ReactNode {
  const { time, dayFirst } = plan;
  const change = (choice: LookChoice) => onLook({ ...chosenSoFar(plan), ...choice });
  const named = (...kinds: readonly FileColumn['kind'][]) =>
    columns.flatMap(({ name, kind }, column) =>
      kinds.includes(kind) ? [{ value: String(column), label: name }] : [],
    );
  const clocks = named('clock');
  const isCalendar = time.kind === 'column' && CIVIL.includes(time.unit);
  return (
    <>
      <NativeSelect
        size="xs"
        label={TABLE_SETTINGS_WORDS.time}
        data={[
          { value: NONE, label: TABLE_SETTINGS_WORDS.noTime },
          ...named('number', 'date', 'clock'),
        ]}
        value={time.kind === 'column' ? String(time.column) : NONE}
        onChange={({ currentTarget: { value } }) => {
          if (value === NONE) {
            onChange({
              ...plan,
              evenMs: null,
              time: { kind: 'period', periodMs: DEFAULT_PERIOD_MS },
            });
            return;
          }
          onLook({
            ...chosenSoFar(plan),
            timeColumn: Number(value),
            timeUnit: undefined,
            clockColumn: undefined,
          });
        }}
      />
      {time.kind === 'column' ? (
        <NativeSelect
          size="xs"
          label={TABLE_SETTINGS_WORDS.unit}
          data={UNITS.map((value) => ({ value, label: TIME_UNIT_WORDS[value] }))}
          value={time.unit}
          onChange={({ currentTarget }) => change({ timeUnit: currentTarget.value as TimeUnit })}
        />
      ) : (
        <PeriodInput
          periodMs={time.periodMs}
          onChange={(periodMs) => onChange({ ...plan, time: { kind: 'period', periodMs } })}
        />
      )}
      {time.kind === 'column' && clocks.length > 0 && columns[time.column]?.kind === 'date' && (
        <NativeSelect
          size="xs"
          label={TABLE_SETTINGS_WORDS.clock}
          data={[{ value: NONE, label: TABLE_SETTINGS_WORDS.sameColumn }, ...clocks]}
          value={time.clockColumn === null ? NONE : String(time.clockColumn)}
          onChange={({ currentTarget: { value } }) =>
            change({ clockColumn: value === NONE ? null : Number(value) })
          }
        />
      )}
      {time.kind === 'column' && time.unit === 'date' && (
        <NativeSelect
          size="xs"
          label={TABLE_SETTINGS_WORDS.dates}
          data={orders(dayFirst === null)}
          value={dayFirst === null ? '' : dayFirst ? 'day' : 'month'}
          error={dayFirst === null ? TABLE_SETTINGS_WORDS.which : undefined}
          onChange={({ currentTarget }) => change({ dayFirst: currentTarget.value === 'day' })}
        />
      )}
      {isCalendar && (
        <NumberInput
          size="xs"
          label={TABLE_SETTINGS_WORDS.zone}
          value={plan.zoneMinutes / HOUR_MINUTES}
          min={-14}
          max={14}
          step={0.5}
          hideControls
          onChange={(hours) => {
            if (typeof hours === 'number') change({ zoneMinutes: hours * HOUR_MINUTES });
          }}
        />
      )}
    </>
  );
}

function orders(isUndecided: boolean) {
  return [
    ...(isUndecided ? [{ value: '', label: TABLE_SETTINGS_WORDS.choose }] : []),
    { value: 'day', label: TABLE_SETTINGS_WORDS.dayFirst },
    { value: 'month', label: TABLE_SETTINGS_WORDS.monthFirst },
  ];
}
