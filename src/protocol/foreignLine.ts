/**
 * Lines of any other sketch that prints numbers, in the forms that the Arduino Serial Plotter and
 * Teleplot read, and JSON. firmware/README.md lists them.
 */

/** How a line writes its numbers. */
export type ForeignForm = 'numbers' | 'labels' | 'teleplot' | 'json';

/** NaN where the line says `nan` or `inf`. */
export interface ForeignValue {
  readonly name: string;
  readonly value: number;
}

/** What a line says. */
export type ForeignReading =
  | { readonly form: ForeignForm; readonly values: readonly ForeignValue[] }
  /** Why it is none of them, in words for the console. */
  | { readonly form: null; readonly reason: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NON_FINITE = /^([+-]?inf(inity)?|nan)$/i;

/** Reads one line of text; never throws. */
export function readForeignLine(line: string): ForeignReading {
  const text = line.trim();
  if (text === '') return rejected('empty');
  if (text.startsWith('{')) return readJson(text);
  if (text.startsWith('>')) return readTeleplot(text);
  if (text.includes(':')) return readLabels(text);
  return readNumbers(text);
}

function readNumbers(text: string): ForeignReading {
  const parts = text.split(/\s*,\s*|\s+/);
  const values = parts.map((part, i) => ({
    name: parts.length === 1 ? 'value' : `value ${i + 1}`,
    value: toNumber(part),
  }));
  return accepted('numbers', values, 'not numbers separated by commas, blanks or tabs');
}

function readLabels(text: string): ForeignReading {
  // A blank may follow the colon, so blanks separate only where a new label begins.
  const parts = text.split(/\s*[,;]\s*|\s+(?=[^\s:,;]+:)/);
  const values = parts.map((part) => {
    const colon = part.lastIndexOf(':');
    return { name: part.slice(0, colon).trim(), value: toNumber(part.slice(colon + 1).trim()) };
  });
  return accepted('labels', values, 'not label:value pairs');
}

function readTeleplot(text: string): ForeignReading {
  // >name:value or >name:ms:value, a unit after §, flags after |
  const [name = '', ...rest] = (text.slice(1).split(/[§|]/)[0] ?? '').split(':');
  const value = { name: name.trim(), value: toNumber((rest.at(-1) ?? '').trim()) };
  if (rest.length > 2) return rejected('a Teleplot line with several points');
  return accepted('teleplot', [value], 'not >name:value');
}

function readJson(text: string): ForeignReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return rejected(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof parsed !== 'object' || parsed === null) return rejected('not a JSON object');
  const values = Object.entries(parsed).flatMap(([name, value]) =>
    typeof value === 'number' ? [{ name, value }] : [],
  );
  return accepted('json', values, 'a JSON object without numbers');
}

function accepted(
  form: ForeignForm,
  values: readonly (ForeignValue | { name: string; value: null })[],
  otherwise: string,
): ForeignReading {
  const good = values.flatMap(({ name, value }) =>
    value === null || name === '' ? [] : [{ name, value }],
  );
  return good.length === values.length && good.length > 0
    ? { form, values: good }
    : rejected(otherwise);
}

const rejected = (reason: string): ForeignReading => ({ form: null, reason });

function toNumber(text: string): number | null {
  if (NUMBER.test(text)) return Number(text);
  return NON_FINITE.test(text) ? Number.NaN : null;
}
