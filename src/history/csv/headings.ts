/** Names of columns: with their unit, and what they tell of a column's meaning. */

import { isKnownUnit } from '../../protocol/foreign/knownUnits.ts';
import { zoneMinutesOf } from '../../protocol/foreign/zones.ts';
import { channelsField } from '../../protocol/formatLine.ts';
import type { KeptColumn } from './importPlan.ts';

const LONGEST_NAME = 200;
const SHORTEST_NAME = 3;
const LONGEST_UNIT = 24;
/** What a hello line of a recording, 4096 bytes, has room for beside its other fields. */
const FIELD_BYTES = 3400;
/** What `csvRow` puts before a text that a spreadsheet would compute. */
const SHIELDED = /^'('*[=+\-@\t\r])/;
const encoder = new TextEncoder();

/**
 * `x [g]`, `x (g)`, `Temp, °C (LGR S/N: 1)`, `temperature`; a column without a name is called by its
 * number. An apostrophe that keeps a spreadsheet from computing a name is none of it.
 */
export function readHeading(cell: string, column: number): KeptColumn & { heading: string } {
  const heading = withoutShield(cell.trim());
  const logger = /^(.+?),\s*(\S{1,8})\s*\((?:LGR|SEN|LBL|S\/N)[^)]*\)$/.exec(heading);
  // What we shielded has its unit in square brackets; round ones are of the name.
  const withUnit = SHIELDED.test(cell.trim())
    ? /^(.*?)\s*\[([^\]]*)\]$/
    : /^(.*?)\s*[[(]([^\])]*)[\])]$/;
  // `V(out)` is what a simulator calls the voltage of a node.
  const isNode = /^[VI]\([^)]*\)$/i.test(heading) && !isKnownUnit(heading.slice(2, -1));
  const match = logger ?? (isNode ? null : withUnit.exec(heading));
  const name = (match?.[1] ?? heading).trim();
  const unit = (match?.[2] ?? '').trim();
  return { column, name: name === '' ? `column ${column + 1}` : name, unit, heading };
}

/** A text as it was before `csvRow` kept a spreadsheet from computing it. */
export const withoutShield = (text: string): string => text.replace(SHIELDED, '$1');

/** The zone that a heading of times tells, `Date Time, GMT-04:00`, in minutes; null when it does not. */
export function zoneOfHeading(heading: string): number | null {
  const match = /(?:^|[\s,([_])((?:UTC|GMT)(?:\s*[+-]\d{1,2}(?::?\d\d)?)?)[)\]]?$/i.exec(
    heading.trim(),
  );
  return match?.[1] === undefined ? null : zoneMinutesOf(match[1].replace(/\s/g, ''));
}

/** The same heading again, for files that we write. */
export function writeHeading(name: string, unit: string): string {
  return unit === '' ? name : `${name} [${unit}]`;
}

/** A name or unit as a hello line can carry it: its separators become blanks. */
export function plainWord(word: string, most: number): string {
  const plain = [...word.replace(/[\p{Cc},;:*]/gu, ' ').trim()];
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

/** Whether a heading says that its column is time: `t`, `t_ms`, `elapsed (s)`, `timestamp`. */
export const isTimeName = (name: string): boolean =>
  /^(t|x_value|x-axis|temps|tempo|tiempo|ts|ms|us|µs|ns|s|sec|secs|time|zeit|date|datum|data|hora|epoch|millis|micros|elapsed|seconds?|uptime|(t|ts)[_ -]?(s|ms|us|ns)|\w+_ts|jd)$|time|timestamp|zeit|elapsed|datum|datenum|julian|fecha|data.?hora|[时時][间間刻]|日[期時时付]/i.test(
    name.trim(),
  );

/** Names that are time only in columns that rise with every row: temperatures, LabVIEW's and Keysight's first column. */
export const isDoubtfulTimeName = (name: string): boolean =>
  /^(t|x_value|x-axis|temps|tempo|tiempo)$/i.test(name.trim());

/** Whether a heading says that its numbers are days. */
export const isDayName = (name: string): boolean =>
  !/stamp/i.test(name) &&
  (isDateName(name) || /^(day|tag|dia|jour|y+m+d+)$|^datenum/i.test(name.trim()));

/** Whether a heading says that its column is of the calendar. */
export const isDateName = (name: string): boolean =>
  /^jd$|date|datum|julian|^data$|data.?hora|fecha|timestamp/i.test(name.trim());

export const isIndexName = (name: string): boolean =>
  /^(#|i|n|nr|no|idx|id|row|seq|index|sample|samples|counter|entry_id|sequence|scan|record|rec|sample[ _]?(index|no|number))\.?$/i.test(
    name.trim(),
  );

/** Whether a heading says that its numbers are what something is called by. */
export const isIdName = (name: string): boolean =>
  /[_ ]id$/i.test(name.trim()) || /[a-z]I[dD]$/.test(name.trim());

/** Whether a heading says that its numbers are what a spectrum or a sweep is drawn over. */
export const isSweepName = (name: string): boolean =>
  /^(freq(uency|uenz|u[eê]ncia|uencia)?|fr[eé]quence|frequenza|wavelength|wavenumber)\.?$/i.test(
    name.trim(),
  );

/** Whether a heading says that its words tell whose value a row has. */
export const isKeyName = (name: string): boolean =>
  /^(_?measurement|_?field|entity(_?id)?|series|tag|(?:sensor|dev|device|feed|node|station|location|probe|channel|room|site)([_ ]?(id|eui|key|name))?|metric|topic|variable|signal|key|parameter|point|source|item|name|gerät|raum|kanal|messstelle|canal|dispositivo|esta[cç][aã]o)$/i.test(
    name.trim(),
  );

/** The unit that a heading gives its times; null when it gives none. */
export function timeUnitOf(
  name: string,
  unit: string,
): 's' | 'ms' | 'us' | 'ns' | 'min' | 'h' | 'd' | null {
  const words = `${name} ${unit}`.toLowerCase();
  if (/(^|[^a-z])ns($|[^a-z])|nano/.test(words)) return 'ns';
  if (/(^|[^a-z])(us|µs|μs)($|[^a-z])|micro/.test(words)) return 'us';
  if (/(^|[^a-z])ms($|[^a-z])|milli/.test(words)) return 'ms';
  if (/(^|[^a-z])(s|sec|secs)($|[^a-z])|second|sekunde/.test(words)) return 's';
  if (/(^|[^a-z])(min|mins|mn)($|[^a-z])|minute|minuto/.test(words)) return 'min';
  if (/(^|[^a-z])(h|hr|hrs)($|[^a-z])|hours?($|[^a-z])|stunden|heures/.test(words)) return 'h';
  if (/(^|[^a-z])d($|[^a-z])|(^|[^a-z])(days|tage|dias|jours)($|[^a-z])/.test(words)) return 'd';
  return null;
}
