/** Whatever numbers are printed, in whatever form: the same come back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForeignLine, readSlowly } from '../../../src/protocol/foreignLine.ts';
import { HANG_MS, thorough } from '../../thoroughness.ts';
import { processorMs } from './readLines.ts';

const number = fc
  .oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  )
  .map((value) => (value === 0 ? 0 : value));
const numbers = fc.array(number, { minLength: 2, maxLength: 6 });
const name = (i: number) => `ch${'abcdef'[i]}`;
const comma = (value: number) => value.toFixed(3).replace('.', ',');
const places = (values: readonly number[]) => values.map((value) => Number(value.toFixed(3)));

const FORMS: Readonly<Record<string, (values: readonly number[]) => string>> = {
  commas: (values) => values.join(','),
  'commas and blanks': (values) => values.join(', '),
  blanks: (values) => values.join('  '),
  tabs: (values) => values.join('\t'),
  semicolons: (values) => `${values.join(';')};`,
  bars: (values) => values.join(' | '),
  tuple: (values) => `(${values.join(', ')})`,
  NumPy: (values) => `[${values.join(' ')}]`,
  JSON: (values) => JSON.stringify({ inner: values }),
  dict: (values) => `{${values.map((value, i) => `'${name(i)}': ${value}`).join(', ')}}`,
  labels: (values) => values.map((value, i) => `${name(i)}:${value}`).join(','),
  'labels with blanks': (values) => values.map((value, i) => `My ${name(i)}: ${value}`).join('  '),
  equals: (values) => values.map((value, i) => `${name(i)}=${value}`).join(' '),
  units: (values) => values.map((value, i) => `${name(i)}: ${value} °C`).join(', '),
  'units in brackets': (values) => values.map((value, i) => `${name(i)} (mV): ${value}`).join(' '),
  'ESP-IDF': (values) => `I (77) tag: ${values.map((value, i) => `${name(i)}=${value}`).join(' ')}`,
  'Arduino IDE': (values) => `10:00:00.123 -> ${values.join(',')}`,
  ISO: (values) => `2024-05-01T10:00:00Z,${values.join(',')}`,
  frame: (values) => `/*${values.join(',')}*/`,
  colours: (values) => `\x1b[32m${values.join(',')}\x1b[0m\r`,
};

const valuesOf = (line: string) => {
  const reading = readForeignLine(line);
  return reading.form === null ? reading.reason : reading.values.map(({ value }) => value);
};

describe('any numbers', () => {
  it.each(Object.entries(FORMS))('as %s', (_, print) => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(valuesOf(print(values))).toEqual(values);
      }),
    );
  });

  it('with decimal commas between other separators', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(';', '\t', ' | '), (values, separator) => {
        expect(valuesOf(values.map(comma).join(separator))).toEqual(places(values));
      }),
    );
  });

  it('as one value of Teleplot, with and without a time', () => {
    fc.assert(
      fc.property(number, fc.option(fc.nat()), (value, ms) => {
        expect(valuesOf(`>x:${ms === null ? '' : `${ms}:`}${value}`)).toEqual([value]);
      }),
    );
  });
});

describe('the remembered form of a line', () => {
  const word = fc.constantFrom(
    'a',
    'temp',
    'Set point',
    'x1',
    'Zone 3',
    '°',
    'T (C)',
    'e',
    '0x',
    't',
  );
  const mark = fc.constantFrom(':', ': ', '=', ' = ', ' ', ',', '"');
  const unit = fc.constantFrom('', ' C', '%', 'e', ' m/s^2', ' ok', ':', '.', ',5', 'x1');
  const between = fc.constantFrom(',', ', ', ' ', ';', '\t', ' | ', '');
  const value = fc.oneof(
    fc.integer({ min: -2000, max: 2000 }).map(String),
    fc.double({ min: -100, max: 100, noNaN: true }).map((x) => x.toFixed(2)),
    fc.constantFrom(
      'nan',
      '-',
      '12:30',
      '1e5',
      '.5',
      '5.',
      '+3',
      '1,5',
      '007',
      '1.2.3',
      '10:00:05',
    ),
  );
  const field = fc.tuple(word, mark, unit, between);

  it('reads every line as one that is seen for the first time', () => {
    const form = fc.array(field, { minLength: 1, maxLength: 4 });
    const rows = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(form, rows, (fields, table) => {
        for (const cells of table) {
          const line = fields
            .map(([label, is, behind, then], i) => `${label}${is}${cells[i]}${behind}${then}`)
            .join('');
          expect(readForeignLine(line)).toEqual(readSlowly(line.trim()));
        }
      }),
      { numRuns: thorough(100, 3000) },
    );
  });

  it('has no number that touches a unit, of whose power its sign would be', () => {
    for (const line of ['e:0Zone 3"0.00', 'e:0.00Zone 3"-998', 'a:5C7', 'a:5C-7', 'a:5C7']) {
      expect(readForeignLine(line)).toEqual(readSlowly(line));
    }
  });

  it('behind the prefix of a log, whose number is the time of each row', () => {
    const stamp = fc.oneof(
      fc.nat({ max: 4_000_000_000 }).map(String),
      fc.constantFrom('0', '007', '1.5', '-1', '1714564805', '12:00:05.123', ''),
    );
    const tag = fc.constantFrom('dht', 'app main', 'imu2', 'time', '[INFO]');
    const row = fc.array(field, { minLength: 1, maxLength: 3 });
    const rows = fc.array(fc.tuple(stamp, fc.array(value, { minLength: 3, maxLength: 3 })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tag, row, rows, (its, fields, table) => {
        for (const [ms, cells] of table) {
          const said = fields.map(([label, is, behind, then], i) => {
            return `${label}${is}${cells[i]}${behind}${then}`;
          });
          const line = `I (${ms}) ${its}: ${said.join('')}`;
          expect(readForeignLine(line)).toEqual(readSlowly(line.trim()));
        }
      }),
      { numRuns: thorough(100, 3000) },
    );
  });

  it('without labels, with decimal commas and in brackets too', () => {
    const around = fc.constantFrom(
      ['', ''],
      ['(', ')'],
      ['[', ']'],
      ['/*', '*/'],
      ['<', '>'],
      ['| ', ' |'],
    );
    const separator = fc.constantFrom(';', '; ', '\t', ' | ', ', ', ',', ' ', ' / ', ';\t');
    const written = fc.oneof(
      value,
      fc.integer({ min: 0, max: 40_000 }).map((x) => (x / 100).toFixed(x % 4).replace('.', ',')),
      fc.constantFrom(
        '1.234,5',
        '1,234',
        '1 234,5',
        '-1,5',
        '3/30',
        '1_000',
        '0b1',
        '22',
        '',
        'af',
        '[1]',
      ),
    );
    const rows = fc.array(fc.array(written, { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(around, separator, rows, ([before = '', after = ''], between, table) => {
        for (const cells of table) {
          const line = before + cells.join(between) + after;
          expect(readForeignLine(line)).toEqual(readSlowly(line.trim()));
        }
      }),
      { numRuns: thorough(100, 3000) },
    );
  });
});

describe('hostile lines', () => {
  const longest = 2000;
  it.each([
    ' ',
    '\t',
    '-',
    ',',
    ';',
    '(',
    '[',
    '{',
    '{"a":',
    ':',
    '=',
    '1',
    '1.',
    '1,',
    'a',
    'a ',
    'a:',
    'a:1',
    '1:1 ',
    '12:00:05 ',
    '"',
    "'",
    '\\',
    '\x1b[',
    '\x1b]',
    '$',
    '<',
    '>',
    '#',
    '1e',
    '0x',
    '--',
    'a 1 ',
    'é',
    '\ufffd',
    '1 a',
    'a(',
    '1(',
    '=1',
    '| ',
    ' - ',
  ])('of %j again and again are read at once', (piece) => {
    const line = `a${piece.repeat(Math.floor(longest / piece.length))}x`;
    const startedMs = processorMs();
    readSlowly(line);
    readSlowly(line.slice(1));
    readSlowly(line.slice(1, -1));
    expect(processorMs() - startedMs).toBeLessThan(HANG_MS);
  });
});
