/**
 * Rows without names over them that say more as lines of a sketch than as cells: `Sensor is 21.5`,
 * `<1,2,3>`, `21,5 °C, 40,1 %`. The reader of the line decides, since it reads the same rows live.
 */
import type { ForeignLine, ForeignReading } from '../../protocol/foreign/reading.ts';
import { readForeignLine } from '../../protocol/foreignLine.ts';
import type { NumberedRow } from './fileRow.ts';
import type { FileLook } from './importPlan.ts';

/** So many of the rows must say the same. */
const SHARE = 0.9;
const DECIMAL_COMMA = /\d,\d/;

/** Whether the rows of this table are read in full, or under their names, only line by line. */
export function saysMoreInLines(
  rows: readonly NumberedRow[],
  { plan, columns }: Pick<Extract<FileLook, { ok: true }>, 'plan' | 'columns'>,
): boolean {
  if (plan.form !== 'csv' || plan.headerLine !== null || plan.keyColumns.length > 0) return false;
  const body = rows.filter(({ number }) => number >= plan.bodyLine);
  const alike = mostAlike(body.map(({ text }) => readForeignLine(text)));
  const [row] = alike;
  if (!row || alike.length < SHARE * body.length) return false;
  const hasTime = columns.some(({ kind }) => kind === 'date' || kind === 'clock');
  if (hasTime && alike.some(({ time }) => !time)) return false;
  if (row.form !== 'numbers') return true;
  const isTimed = alike.every(({ time }) => time);
  if (isTimed && plan.time.kind === 'period') return true;
  const hasDay = alike.every(({ time }) => time?.clock === 'utc' || time?.clock === 'local');
  const timeKind = plan.time.kind === 'column' ? columns[plan.time.column]?.kind : null;
  if (hasDay && timeKind !== 'date') return true;
  const numbers = columns.filter(({ kind }) => kind !== 'words' && kind !== 'empty').length;
  const told = row.values.filter(({ value }) => !Number.isNaN(value)).length;
  if (told + (isTimed ? 1 : 0) > numbers) return true;
  const isCut = row.values.length < plan.columns.length && plan.dialect.separator === ',';
  return isCut && body.every(({ text }) => DECIMAL_COMMA.test(text));
}

/** The readings of the form, the names and the number of values that most have. */
function mostAlike(readings: readonly ForeignReading[]): ForeignLine[] {
  const groups = new Map<string, ForeignLine[]>();
  for (const reading of readings) {
    if (reading.form === null || reading.form === 'header' || reading.values.length === 0) continue;
    const key = [reading.form, ...reading.values.map(({ name }) => name)].join('\n');
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  return [...groups.values()].reduce<ForeignLine[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
}
