/** What the person changes in a plan: columns to keep, and where the time comes from. */
import type { CsvPlan, FileColumn, TimeUnit } from '../../analysis/messages/fileMessages.ts';

/** Keeps a column or leaves it out; the order is that of the file. */
export function toggleColumn(
  plan: CsvPlan,
  columns: readonly FileColumn[],
  column: number,
): CsvPlan {
  const kept = new Set(plan.columns.map((each) => each.column));
  if (!kept.delete(column)) kept.add(column);
  return {
    ...plan,
    columns: columns.flatMap(({ name, unit }, i) =>
      kept.has(i) ? [{ column: i, name, unit }] : [],
    ),
  };
}

/** Takes the time from a column, which then is no channel; null = a row every period. */
export function chooseTime(
  plan: CsvPlan,
  columns: readonly FileColumn[],
  column: number | null,
  periodMs: number,
): CsvPlan {
  // Whether the rows are evenly timed was found out for the first guess only.
  const other = { ...plan, evenMs: null };
  if (column === null) return { ...other, time: { kind: 'period', periodMs } };
  const unit: TimeUnit = columns[column]?.kind === 'date' ? 'date' : 'ms';
  return {
    ...other,
    time: { kind: 'column', column, unit },
    columns: plan.columns.filter((each) => each.column !== column),
  };
}
