import { parseArgs } from 'node:util';
import {
  checkParameter,
  DEFAULT_PARAMETERS,
  PARAMETER_NAMES,
  type ParameterName,
  type Parameters,
} from '../detector/parameters.ts';
import { PRESETS } from '../detector/presets.ts';
import type { Column } from './columns.ts';

export interface Options {
  readonly parameters: Parameters;
  /** null: one number a line. */
  readonly column: Column | null;
  /** null: a sample every period. */
  readonly timeColumn: Column | null;
  readonly json: boolean;
  /** null: standard input. */
  readonly file: string | null;
}

export type Request =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'fault'; readonly sentence: string };

const fault = (sentence: string): Request => ({ kind: 'fault', sentence });

/** Reads the arguments of the command, those after its name. */
export function readArguments(args: readonly string[]): Request {
  const words = parseWords(args);
  if (words instanceof Error) return fault(words.message);
  const { values, positionals } = words;
  if (values.has('help')) return { kind: 'help' };
  if (values.has('version')) return { kind: 'version' };
  const [file = '-', ...more] = positionals;
  if (more.length > 0) return fault('One file at most; several can be joined with cat.');

  const preset = values.get('preset');
  const chosen = preset === undefined ? {} : PRESETS[Number(preset) - 1]?.values;
  if (!chosen) return fault(`The preset must be a whole number from 1 to ${PRESETS.length}.`);
  const given = PARAMETER_NAMES.flatMap((name) => {
    const text = values.get(name);
    return text === undefined ? [] : [[name, parameterValue(name, text)] as const];
  });
  for (const [name, value] of given) {
    const found = checkParameter(name, value);
    if (found) return fault(found.sentence);
  }

  const column = columnNamed(values.get('column'));
  const timeColumn = columnNamed(values.get('time-column'));
  if (column === 0 || timeColumn === 0) return fault('Columns are counted from 1.');
  if (timeColumn !== null && column === null) {
    return fault('With --time-column, say with --column where the values are.');
  }
  return {
    kind: 'run',
    options: {
      parameters: { ...DEFAULT_PARAMETERS, ...chosen, ...Object.fromEntries(given) },
      column,
      timeColumn,
      json: values.has('json'),
      file: file === '-' ? null : file,
    },
  };
}

interface Words {
  /** What was given, by option; '' for a switch. */
  readonly values: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
}

function parseWords(args: readonly string[]): Words | Error {
  const withValue = [...PARAMETER_NAMES, 'preset', 'column', 'time-column'];
  try {
    const { values, positionals } = parseArgs({
      args: joinNegativeNumbers(args),
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        ...Object.fromEntries(withValue.map((name) => [name, { type: 'string' as const }])),
      },
    });
    const texts = Object.entries(values).map(
      ([name, value]) => [name, typeof value === 'string' ? value : ''] as const,
    );
    return { values: new Map(texts), positionals };
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}

/** `--gamma -1` is a bad gamma, not an option `-1`. */
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

function columnNamed(text: string | undefined): Column | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : text;
}
