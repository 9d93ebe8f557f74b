/** What is said of an input on the command line: what it was taken for, and what was left out. */
import {
  type CsvPlan,
  type ImportCounts,
  type ImportPlan,
  MOST_CHANNELS,
  type Refusal,
  type RowFault,
} from '../history/csv/importPlan.ts';
import { isCivilDays } from '../history/csv/timeCell.ts';
import { DECIMALS, SEPARATORS } from './options.ts';

export function refusalWords(refusal: Refusal): string {
  switch (refusal) {
    case 'empty':
      return 'The input is empty: there is not a single row in it.';
    case 'binary':
      return 'The input is no text. A spreadsheet must be saved as CSV first.';
    case 'no-lines':
      return 'The first 64 KiB of the input are a single line; a sample a line is read.';
    case 'ragged':
      return 'Most rows have different numbers of fields; --separator or --header-line may help.';
    case 'no-numbers':
      return 'There is no column of numbers besides the time.';
    case 'newest-first':
      return 'The rows run from the newest to the oldest; sort them by time.';
    case 'unreadable':
      return 'The input cannot be read.';
    default:
      return refusal satisfies never;
  }
}

export function faultWords({ line, reason }: RowFault): string {
  const where = `line ${line}:`;
  switch (reason.kind) {
    case 'fields':
      return `${where} ${reason.found} fields where ${reason.expected} were expected.`;
    case 'number':
      return `${where} ${JSON.stringify(reason.text)} is not a number.`;
    case 'time':
      return `${where} ${JSON.stringify(reason.text)} is not a time.`;
    case 'backwards':
      return `${where} its time is long before that of the row above.`;
    case 'too-long':
      return `${where} it is longer than 64 KiB.`;
    case 'second-table':
      return `${where} another table begins here; it needs a file of its own.`;
    case 'key':
      return `${where} there is no room for another channel, ${JSON.stringify(reason.text)}.`;
    case 'words':
      return `${where} ${JSON.stringify(reason.text)} is no sample.`;
    default:
      return reason satisfies never;
  }
}

export function countWords({ rows, leftOut }: ImportCounts): string {
  return `${rows} rows read, ${rows - leftOut} of them samples, ${leftOut} left out.`;
}

/** What the input was taken for. */
export function planWords(plan: ImportPlan): string {
  switch (plan.form) {
    case 'csv':
      return tableWords(plan);
    case 'firmware-log':
      return 'Read as a log of a board with Tidemark’s firmware.';
    case 'sketch-log': {
      const when = plan.isTimed ? 'their own times' : `a row every ${plan.periodMs} ms`;
      const names = plan.channels.map(({ name }) => name);
      const read = names.slice(0, MOST_CHANNELS).join(', ');
      const more = names.length - MOST_CHANNELS;
      const unread = more > 0 ? `; no room for ${more} more` : '';
      return `Read as a log of serial lines; ${when}; channels: ${read}${unread}.`;
    }
    case 'recording':
      return 'Read as a recording of Tidemark’s.';
    default:
      return plan satisfies never;
  }
}

function tableWords(plan: CsvPlan): string {
  const { dialect, headerLine, time, columns, keyColumns, dayFirst } = plan;
  const names = columns.map(({ name }) => name).join(', ');
  const parts = [
    `separator ${keyOf(SEPARATORS, dialect.separator)}`,
    `decimal ${keyOf(DECIMALS, dialect.decimal)}`,
    headerLine === null ? 'no line of names' : `names in line ${headerLine}`,
    time.kind === 'period' ? `a row every ${time.periodMs} ms` : timeWords(plan),
    ...(keyColumns.length > 0
      ? [`a channel for each word of column ${keyColumns.map((at) => at + 1).join(' and ')}`]
      : []),
    `${columns.length === 1 ? 'column' : 'columns'}: ${names}`,
  ];
  const undecided =
    dayFirst === null
      ? '\nWhether day or month comes first cannot be told: --day-first or --month-first decides.'
      : '';
  return `Read as a table: ${parts.join('; ')}.${undecided}`;
}

function timeWords({ time, dayFirst, zoneMinutes }: CsvPlan): string {
  if (time.kind === 'period') return '';
  const parts = time.parts?.map(({ column }) => column) ?? [time.column];
  const where = [...parts, ...(time.clockColumn === null ? [] : [time.clockColumn])];
  const columns = `time in column ${where.map((at) => at + 1).join(' and ')}`;
  if (time.unit !== 'date' && !isCivilDays(time.unit)) return `${columns}, ${time.unit}`;
  const order = dayFirst === false ? ', month first' : '';
  const sign = zoneMinutes < 0 ? '-' : '+';
  const size = Math.abs(zoneMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  const zone = `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${columns}, ${time.unit}${order}, zone ${zone} where it says none`;
}

const keyOf = (words: Readonly<Record<string, string>>, sign: string): string =>
  Object.keys(words).find((word) => words[word] === sign) ?? sign;
