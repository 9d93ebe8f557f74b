/** What to make of the input: the guesses that the page makes too, and what was decided instead. */
import type {
  CsvPlan,
  FileColumn,
  FileLook,
  ImportPlan,
  LookChoice,
} from '../history/csv/importPlan.ts';
import { lookAtFile } from '../history/csv/lookAtFile.ts';
import type { Column, Reading } from './options.ts';
import { refusalWords } from './readingWords.ts';

export type InputPlan =
  | {
      readonly ok: true;
      readonly plan: ImportPlan;
      /** Channels to take by these names or numbers; empty: all. */
      readonly wanted: readonly Column[];
    }
  | { readonly ok: false; readonly sentence: string };

/** Looks at the first bytes of the input; `truncated`: there are more, or may be. */
export function planInput(
  head: Uint8Array,
  truncated: boolean,
  reading: Reading,
  periodMs: number,
): InputPlan {
  const written: LookChoice = {
    ...(reading.separator === undefined ? {} : { separator: reading.separator }),
    ...(reading.decimal === undefined ? {} : { decimal: reading.decimal }),
    ...(reading.headerLine === undefined ? {} : { headerLine: reading.headerLine || null }),
    ...(reading.dayFirst === undefined ? {} : { dayFirst: reading.dayFirst }),
    ...(reading.zoneMinutes === undefined ? {} : { zoneMinutes: reading.zoneMinutes }),
    ...(reading.timeUnit === undefined ? {} : { timeUnit: reading.timeUnit }),
  };
  const look = (choice: LookChoice): FileLook =>
    lookAtFile(head, { truncated, choice, startMs: 0, zoneMinutes: 0, zoneMinutesOn, periodMs });
  const first = look(written);
  if (!first.ok) return { ok: false, sentence: refusalWords(first.refusal) };
  if (first.plan.form !== 'csv') {
    return { ok: true, plan: first.plan, wanted: reading.columns };
  }
  const found = columnChoice(first.columns, reading);
  if (typeof found === 'string') return { ok: false, sentence: found };
  const second = look({ ...written, ...found });
  if (!second.ok) return { ok: false, sentence: refusalWords(second.refusal) };
  if (second.plan.form !== 'csv') return { ok: true, plan: second.plan, wanted: reading.columns };
  return withColumns(second.plan, second.columns, reading.columns);
}

/** As on that day on this computer; `dayMs` as if it were UTC's. */
function zoneMinutesOn(dayMs: number): number {
  const day = new Date(dayMs);
  const noon = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  return -noon.getTimezoneOffset();
}

/** Columns that were named, as places from 0; a sentence when one is not there. */
function columnChoice(columns: readonly FileColumn[], reading: Reading): LookChoice | string {
  const { timeColumn, clockColumn, keyColumn } = reading;
  const time = timeColumn === undefined ? undefined : placeOf(columns, timeColumn);
  const clock = clockColumn === undefined ? undefined : placeOf(columns, clockColumn);
  const key = keyColumn === undefined ? undefined : placeOf(columns, keyColumn);
  for (const place of [time, clock, key]) if (typeof place === 'string') return place;
  return {
    ...(typeof time === 'string' || time === undefined ? {} : { timeColumn: time }),
    ...(typeof clock === 'string' || clock === undefined ? {} : { clockColumn: clock }),
    ...(typeof key === 'string' || key === undefined ? {} : { keyColumn: key }),
  };
}

/** A place from 0, null for `none`, or the sentence that there is no such column. */
function placeOf(columns: readonly FileColumn[], wanted: Column): number | null | string {
  const place =
    typeof wanted === 'number'
      ? wanted - 1
      : columns.findIndex(({ name, heading }) => name === wanted || heading === wanted);
  if (columns[place]) return place;
  if (wanted === 'none') return null;
  const known = columns.map(({ heading, name }) => JSON.stringify(heading || name)).join(', ');
  const which = typeof wanted === 'number' ? String(wanted) : JSON.stringify(wanted);
  return `There is no column ${which}; there are ${known}.`;
}

function withColumns(
  plan: CsvPlan,
  columns: readonly FileColumn[],
  wanted: readonly Column[],
): InputPlan {
  if (wanted.length === 0) return { ok: true, plan, wanted };
  const places = wanted.map((each) => placeOf(columns, each));
  const missing = places.find((place) => typeof place === 'string');
  // Each word of a key column is a channel: those are found when they come.
  if (missing !== undefined && plan.keyColumns.length > 0) return { ok: true, plan, wanted };
  if (typeof missing === 'string') return { ok: false, sentence: missing };
  const kept = columns.flatMap(({ name, unit }, column) =>
    places.includes(column) ? [{ column, name, unit }] : [],
  );
  return { ok: true, plan: { ...plan, columns: kept }, wanted: [] };
}
