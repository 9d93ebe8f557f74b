/** What the person changes in a plan: the columns to keep, or what the file is looked at again with. */
import type {
  CsvPlan,
  Dialect,
  FileColumn,
  LookChoice,
} from '../../analysis/messages/fileMessages.ts';

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

/** How the table is written, as it stands in the plan; all else is guessed again. */
export function writtenAs({ dialect, headerLine }: CsvPlan): LookChoice & Partial<Dialect> {
  return { separator: dialect.separator, decimal: dialect.decimal, headerLine };
}

/** All of the plan, to change one thing in it. */
export function chosenSoFar(plan: CsvPlan): LookChoice {
  const { time, dayFirst, keyColumns, zoneTold, zoneMinutes } = plan;
  return {
    ...writtenAs(plan),
    ...(time.kind === 'column'
      ? { timeColumn: time.column, clockColumn: time.clockColumn, timeUnit: time.unit }
      : { timeColumn: null }),
    ...(dayFirst === null ? {} : { dayFirst }),
    ...(zoneTold ? { zoneMinutes } : {}),
    ...(keyColumns.length > 1 ? {} : { keyColumn: keyColumns[0] ?? null }),
  };
}
