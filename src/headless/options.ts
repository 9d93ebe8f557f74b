/** The arguments of the command. */
import { parseArgs } from 'node:util';
import {
  checkParameter,
  DEFAULT_PARAMETERS,
  PARAMETER_NAMES,
  type ParameterName,
  type Parameters,
} from '../detector/parameters.ts';
import { PRESETS } from '../detector/presets.ts';
import type { DecimalSign, Separator, TimeUnit } from '../history/csv/importPlan.ts';
import { zoneMinutesOf } from '../protocol/foreign/zones.ts';

/** A column or channel by its name, or by its number, from 1. */
export type Column = string | number;

/** What is decided about the input instead of the guesses; what is undefined is guessed. */
export interface Reading {
  /** Empty: all that there are. */
  readonly columns: readonly Column[];
  /** `none`: a sample every period. */
  readonly timeColumn: Column | 'none' | undefined;
  /** Where the time of day stands, when it is not beside the day. */
  readonly clockColumn: Column | undefined;
  readonly timeUnit: TimeUnit | undefined;
  readonly separator: Separator | undefined;
  readonly decimal: DecimalSign | undefined;
  /** 0: no line names the columns. */
  readonly headerLine: number | undefined;
  readonly dayFirst: boolean | undefined;
  readonly zoneMinutes: number | undefined;
  readonly keyColumn: Column | 'none' | undefined;
}

export interface Options {
  readonly parameters: Parameters;
  readonly reading: Reading;
  readonly json: boolean;
  /** Nothing is judged. */
  readonly readOnly: boolean;
  /** The channels are judged together, too. */
  readonly together: boolean;
  /** File of the model that events are named by; null: none is. */
  readonly model: string | null;
  /** null: standard input. */
  readonly file: string | null;
}

export type Request =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'fault'; readonly sentence: string };

/** What an option with a closed set of words may be. */
export const SEPARATORS: Readonly<Record<string, Separator>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
  blank: ' ',
};
export const DECIMALS: Readonly<Record<string, DecimalSign>> = { point: '.', comma: ',' };
export const TIME_FORMATS: Readonly<Record<string, TimeUnit>> = {
  ...({ date: 'date', s: 's', ms: 'ms', us: 'us', ns: 'ns', min: 'min', h: 'h', d: 'd' } as const),
  ...({
    excel: 'excel',
    matlab: 'matlab',
    julian: 'julian',
    labview: 'labview',
    gps: 'gps',
  } as const),
};

const SWITCHES = ['json', 'read-only', 'together', 'day-first', 'month-first', 'version'] as const;
const WITH_WORD = [
  ...['preset', 'time-format', 'separator', 'decimal', 'header-line', 'zone', 'key-column'],
  'model',
  ...PARAMETER_NAMES,
];
const REPEATABLE = ['column', 'time-column'];

/** A bad argument: thrown and caught in this file only. */
class BadArgument extends Error {}

/** Reads the arguments of the command, those after its name. */
export function readArguments(args: readonly string[]): Request {
  try {
    return readWords(parseWords(args));
  } catch (error) {
    if (error instanceof BadArgument || error instanceof TypeError) {
      return { kind: 'fault', sentence: error.message };
    }
    throw error;
  }
}

interface Words {
  /** What was given, by option; '' for a switch. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

function readWords({ values, positionals }: Words): Request {
  if (values.has('help')) return { kind: 'help' };
  if (values.has('version')) return { kind: 'version' };
  const [file = '-', ...more] = positionals;
  if (more.length > 0) throw new BadArgument('One file at most; several can be joined with cat.');
  return {
    kind: 'run',
    options: {
      parameters: parametersOf(values),
      reading: readingOf(values),
      json: values.has('json'),
      readOnly: values.has('read-only'),
      together: values.has('together'),
      model: modelOf(values),
      file: file === '-' ? null : file,
    },
  };
}

function modelOf(values: Words['values']): string | null {
  const model = values.get('model')?.[0];
  if (model !== undefined && (values.has('read-only') || values.has('together'))) {
    throw new BadArgument('--model names what is judged channel by channel.');
  }
  return model ?? null;
}

function parametersOf(values: Words['values']): Parameters {
  const preset = values.get('preset')?.[0];
  const chosen = preset === undefined ? {} : PRESETS[Number(preset) - 1]?.values;
  if (!chosen) {
    throw new BadArgument(`The preset must be a whole number from 1 to ${PRESETS.length}.`);
  }
  const given = PARAMETER_NAMES.flatMap((name) => {
    const text = values.get(name)?.[0];
    return text === undefined ? [] : [[name, parameterValue(name, text)] as const];
  });
  for (const [name, value] of given) {
    const found = checkParameter(name, value);
    if (found) throw new BadArgument(found.sentence);
  }
  return { ...DEFAULT_PARAMETERS, ...chosen, ...Object.fromEntries(given) };
}

function readingOf(values: Words['values']): Reading {
  const one = (name: string) => values.get(name)?.[0];
  const [timeColumn, clockColumn, ...more] = (values.get('time-column') ?? []).map(columnNamed);
  if (more.length > 0) throw new BadArgument('Two time columns at most: the day, the time of day.');
  if (values.has('day-first') && values.has('month-first')) {
    throw new BadArgument('Either the day or the month comes first.');
  }
  const keyColumn = one('key-column');
  return {
    columns: (values.get('column') ?? []).map(columnNamed),
    timeColumn,
    clockColumn,
    timeUnit: wordOf(TIME_FORMATS, 'time-format', one('time-format')),
    separator: wordOf(SEPARATORS, 'separator', one('separator')),
    decimal: wordOf(DECIMALS, 'decimal', one('decimal')),
    headerLine: lineNumber(one('header-line')),
    dayFirst: values.has('day-first') ? true : values.has('month-first') ? false : undefined,
    zoneMinutes: zone(one('zone')),
    keyColumn: keyColumn === undefined ? undefined : columnNamed(keyColumn),
  };
}

/** One of the words of an option, or the sign that it stands for. */
function wordOf<T extends string>(
  words: Readonly<Record<string, T>>,
  option: string,
  text: string | undefined,
): T | undefined {
  if (text === undefined) return undefined;
  const found = words[text] ?? Object.values(words).find((sign) => sign === text);
  if (found !== undefined) return found;
  throw new BadArgument(`--${option} must be one of ${Object.keys(words).join(', ')}.`);
}

function lineNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new BadArgument('--header-line must be a line, from 1, or 0.');
  return Number(text);
}

function zone(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const minutes = zoneMinutesOf(text);
  if (minutes === null) throw new BadArgument('--zone must be like UTC, CEST, +02:00 or -4.');
  return minutes;
}

function parseWords(args: readonly string[]): Words {
  const { values, positionals } = parseArgs({
    args: joinNegativeNumbers(args),
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' as const }])),
      ...Object.fromEntries(WITH_WORD.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(
        REPEATABLE.map((name) => [name, { type: 'string' as const, multiple: true }]),
      ),
    },
  });
  const texts = Object.entries(values).map(([name, value]) => {
    const all = Array.isArray(value) ? value : [value];
    return [name, all.map((each) => (typeof each === 'string' ? each : ''))] as const;
  });
  return { values: new Map(texts), positionals };
}

/** `--gamma -1` is a bad gamma, not an option `-1`; `--zone -4` is west of Greenwich. */
function joinNegativeNumbers(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (/^-[\d.]/.test(arg) && before !== undefined && /^--[\w-]+$/.test(before)) {
      joined[joined.length - 1] = `${before}=${arg}`;
    } else joined.push(arg);
  }
  return joined;
}

function parameterValue(name: ParameterName, text: string): string | number {
  if (name === 'tail') return text;
  return text.trim() === '' ? Number.NaN : Number(text);
}

function columnNamed(text: string): Column {
  if (/^0+$/.test(text)) throw new BadArgument('Columns are counted from 1.');
  return /^\d+$/.test(text) ? Number(text) : text;
}
