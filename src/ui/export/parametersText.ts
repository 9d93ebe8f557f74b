/** The parameters for other programs: JSON, MicroPython, C. Numbers exact, symbols and units beside. */
import {
  NUMERIC_PARAMETER_NAMES,
  NUMERIC_PARAMETERS,
  type NumericParameterName,
  type Parameters,
  TAILS,
} from '../../detector/parameters.ts';

export const PARAMETER_FORMATS = ['JSON', 'Python', 'C'] as const;
export type ParameterFormat = (typeof PARAMETER_FORMATS)[number];

export interface ParametersFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

export function parametersFile(parameters: Parameters, format: ParameterFormat): ParametersFile {
  switch (format) {
    case 'JSON':
      return {
        name: 'tidemark-parameters.json',
        mediaType: 'application/json',
        text: `${JSON.stringify(parameters, null, 2)}\n`,
      };
    case 'Python':
      return {
        name: 'tidemark_parameters.py',
        mediaType: 'text/x-python',
        text: pythonText(parameters),
      };
    case 'C':
      return { name: 'tidemark_parameters.h', mediaType: 'text/x-c', text: cText(parameters) };
    default:
      return format satisfies never;
  }
}

/** A dict as `Board` takes it: whole numbers are ints, all others floats. */
function pythonText(parameters: Parameters): string {
  const rows = NUMERIC_PARAMETER_NAMES.map(
    (name) => `    "${name}": ${literal(name, parameters[name])},  # ${comment(name)}`,
  );
  return [
    '# Parameters of the Tidemark detector.',
    'PARAMETERS = {',
    ...rows,
    `    "tail": "${parameters.tail}",  # ${TAILS.join(', ')}`,
    '}',
    '',
  ].join('\n');
}

function cText(parameters: Parameters): string {
  const fields = NUMERIC_PARAMETER_NAMES.map((name) => {
    const type = NUMERIC_PARAMETERS[name].integer ? 'int32_t' : 'double';
    return `    ${type} ${snake(name)}; /* ${comment(name)} */`;
  });
  const values = NUMERIC_PARAMETER_NAMES.map(
    (name) => `    .${snake(name)} = ${literal(name, parameters[name])},`,
  );
  return [
    '/* Parameters of the Tidemark detector. */',
    '#ifndef TIDEMARK_PARAMETERS_H',
    '#define TIDEMARK_PARAMETERS_H',
    '',
    '#include <stdint.h>',
    '',
    `enum tidemark_tail { ${TAILS.map((tail) => `TIDEMARK_${tail.toUpperCase()}`).join(', ')} };`,
    '',
    'struct tidemark_parameters {',
    ...fields,
    '    enum tidemark_tail tail; /* which side of the mean counts */',
    '};',
    '',
    'static const struct tidemark_parameters tidemark_parameters = {',
    ...values,
    `    .tail = TIDEMARK_${parameters.tail.toUpperCase()},`,
    '};',
    '',
    '#endif',
    '',
  ].join('\n');
}

function comment(name: NumericParameterName): string {
  const { symbol, label, unit, meaning } = NUMERIC_PARAMETERS[name];
  return `${symbol} ${label}${unit === '' ? '' : ` (${unit})`}: ${meaning}`;
}

/** Python and C tell whole numbers from others by the point. */
function literal(name: NumericParameterName, value: number): string {
  const text = String(value);
  if (NUMERIC_PARAMETERS[name].integer || /[.e]/.test(text)) return text;
  return `${text}.0`;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
