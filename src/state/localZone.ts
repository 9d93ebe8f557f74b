import type { FileLook } from '../analysis/messages/fileMessages.ts';

/**
 * Dates without a zone are this computer's, as it was on the day of the first row: then the plot
 * shows the clock that the file shows, and no hour is told twice where summer time ends.
 */
export function inLocalZone(look: FileLook): FileLook {
  if (!look.ok || look.plan.form !== 'csv' || look.plan.time.kind !== 'column') return look;
  const first = look.preview[0]?.[look.plan.time.column] ?? '';
  const day = /^(\d{4})[-/](\d\d)[-/](\d\d)/.exec(first);
  if (!day) return look;
  const noon = new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3]), 12);
  return { ...look, plan: { ...look.plan, zoneMinutes: -noon.getTimezoneOffset() } };
}
