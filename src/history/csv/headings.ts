/** Names of columns: with their unit, and what they tell of a column's meaning. */
import { channelsField } from '../../protocol/formatLine.ts';
import type { KeptColumn } from './importPlan.ts';

const LONGEST_NAME = 20;
const SHORTEST_NAME = 3;
const LONGEST_UNIT = 8;
/** What a hello line of 512 bytes has room for beside its other fields. */
const FIELD_BYTES = 360;
const encoder = new TextEncoder();

/** `x [g]`, `x (g)`, `temperature`; a column without a name is called by its number. */
export function readHeading(cell: string, column: number): KeptColumn {
  const match = /^(.*?)\s*[[(]([^\])]*)[\])]$/.exec(cell.trim());
  const name = (match?.[1] ?? cell).trim();
  const unit = (match?.[2] ?? '').trim();
  return name === '' ? { column, name: `column ${column + 1}`, unit } : { column, name, unit };
}

/** The same heading again, for files that we write. */
export function writeHeading(name: string, unit: string): string {
  return unit === '' ? name : `${name} [${unit}]`;
}

/** A name or unit as a hello line can carry it: its separators become blanks. */
export function plainWord(word: string, most: number): string {
  const plain = [...word.replace(/[\p{Cc},;:=*]/gu, ' ').trim()];
  return plain.slice(0, most).join('');
}

type Named = Pick<KeptColumn, 'name' | 'unit'>;

/** Columns as the channels of a hello line: many long names are cut, and names alike get numbers. */
export function asChannels(columns: readonly Named[]): readonly Named[] {
  for (let most = LONGEST_NAME; ; most--) {
    const channels = channelsWithNames(columns, most);
    const bytes = encoder.encode(channelsField(channels)).length;
    if (most === SHORTEST_NAME || bytes <= FIELD_BYTES) return channels;
  }
}

function channelsWithNames(columns: readonly Named[], most: number): readonly Named[] {
  const seen = new Map<string, number>();
  return columns.map(({ name, unit }, i) => {
    const plain = plainWord(name, most) || `column ${i + 1}`;
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    const its = plainWord(unit, Math.min(most, LONGEST_UNIT));
    return { name: times === 1 ? plain : `${plain} ${times}`, unit: its };
  });
}

export const isTimeName = (name: string): boolean =>
  /^(t|ts|ms|us|s|sec|secs|time|zeit|date|datum|epoch|millis|micros|elapsed|seconds?|uptime)$|time|timestamp|zeit/i.test(
    name.trim(),
  );

export const isIndexName = (name: string): boolean =>
  /^(#|i|n|nr|no|idx|id|row|seq|index|sample|samples|counter)\.?$/i.test(name.trim());

/** The unit that a heading gives its times; null when it gives none. */
export function timeUnitOf(name: string, unit: string): 's' | 'ms' | 'us' | null {
  const words = `${name} ${unit}`.toLowerCase();
  if (/(^|[^a-z])(us|µs|μs)($|[^a-z])|micro/.test(words)) return 'us';
  if (/(^|[^a-z])ms($|[^a-z])|milli/.test(words)) return 'ms';
  if (/(^|[^a-z])(s|sec|secs)($|[^a-z])|second|sekunde/.test(words)) return 's';
  return null;
}
