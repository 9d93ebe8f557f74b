import { describe, expect, it } from 'vitest';
import type { CsvPlan } from '../../../src/history/csv/importPlan.ts';
import { fileBytes, guess, look } from './importFile.ts';

function table(name: string): CsvPlan {
  const { plan } = guess(fileBytes(name));
  if (plan.form !== 'csv') throw new Error(`taken for ${plan.form}`);
  return plan;
}

const column = (at: number, unit: string) => ({ kind: 'column', column: at, unit });

describe('a table is recognised', () => {
  it('with a header, seconds and CRLF', () => {
    expect(table('header-seconds.csv')).toMatchObject({
      dialect: { separator: ',', decimal: '.', hasHeader: true },
      fieldCount: 3,
      time: column(0, 's'),
      columns: [
        { column: 1, name: 'x', unit: 'g' },
        { column: 2, name: 'y', unit: '' },
      ],
    });
  });

  it('with semicolons and decimal commas; words are no channel', () => {
    expect(table('semicolon-decimal-comma.csv')).toMatchObject({
      dialect: { separator: ';', decimal: ',', hasHeader: true },
      time: column(0, 'ms'),
      columns: [{ column: 1, name: 'Temperatur', unit: '°C' }],
    });
  });

  it('with tabs and without a header: the first column, which rises, is its time', () => {
    expect(table('tabs-no-header.tsv')).toMatchObject({
      dialect: { separator: '\t', decimal: '.', hasHeader: false },
      time: column(0, 's'),
      columns: [{ column: 1, name: 'column 2' }],
    });
  });

  it('of one column, which has no time: a period is assumed', () => {
    expect(table('one-column.csv')).toMatchObject({
      time: { kind: 'period', periodMs: 100 },
      columns: [{ column: 0, name: 'column 1' }],
    });
  });

  it('with the calendar times of the Numenta benchmark', () => {
    expect(table('nab.csv')).toMatchObject({
      time: column(0, 'date'),
      columns: [{ column: 1, name: 'value' }],
    });
  });

  it('with comments, quotes and ISO 8601', () => {
    expect(table('iso-quotes.csv')).toMatchObject({
      time: column(0, 'date'),
      columns: [{ column: 1, name: 'value, raw' }],
    });
  });

  it('behind a byte order mark', () => {
    expect(table('byte-order-mark.csv')).toMatchObject({
      time: column(0, 'ms'),
      columns: [{ name: 'a' }],
    });
  });

  it('in Windows-1252, and that is said', () => {
    expect(guess(fileBytes('windows-1252.csv')).legacyEncoding).toBe(true);
    expect(table('windows-1252.csv').columns).toEqual([{ column: 1, name: 'Größe', unit: 'µm' }]);
  });

  it('with some broken rows among the others', () => {
    expect(table('some-broken.csv')).toMatchObject({ fieldCount: 3, time: column(0, 'ms') });
  });

  it('with numbers that only count the rows: they are neither time nor channel', () => {
    const bytes = new TextEncoder().encode('index;a\n0;5\n1;7\n2;6\n');
    expect(guess(bytes).plan).toMatchObject({
      time: { kind: 'period' },
      columns: [{ column: 1, name: 'a' }],
    });
  });

  it.each([
    ['1700000000,5\n1700000001,6\n1700000002,7\n', 's'],
    ['1700000000000,5\n1700000000020,6\n1700000000040,7\n', 'ms'],
    ['1700000000000000,5\n1700000000020000,6\n1700000000040000,7\n', 'us'],
  ])('with times since 1970: %s are %s', (text, unit) => {
    expect(guess(new TextEncoder().encode(text)).plan).toMatchObject({ time: column(0, unit) });
  });

  it('as the person says instead of the guess', () => {
    const seen = look(fileBytes('semicolon-decimal-comma.csv'), {
      separator: ';',
      decimal: '.',
      hasHeader: false,
    });
    expect(seen).toMatchObject({ ok: true, plan: { dialect: { hasHeader: false } } });
  });

  it('and shows its first rows as they stand there', () => {
    const { preview, columns } = guess(fileBytes('semicolon-decimal-comma.csv'));
    expect(preview[2]).toEqual(['200', '21,75', 'x;y']);
    expect(columns.map(({ kind }) => kind)).toEqual(['number', 'number', 'words']);
  });
});

describe('a log of serial lines is recognised', () => {
  it('of our firmware', () => {
    expect(guess(fileBytes('firmware.log')).plan).toMatchObject({
      form: 'firmware-log',
      channelCount: null,
    });
  });

  it.each([
    ['labels', 'temp:21.5,hum:40\ntemp:21.6,hum:41\n'],
    ['Teleplot', '>a:1\n>b:2\n>a:1\n>b:2\n'],
    ['JSON', '{"a":1,"b":2}\n{"a":2,"b":2}\n'],
    ['numbers with blanks between', '1 2 3\n1 2 4\n'],
  ])('of another sketch: %s', (_, text) => {
    expect(guess(new TextEncoder().encode(text)).plan.form).toBe('sketch-log');
  });
});

describe('a file that nothing can be made of is refused', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  it.each([
    ['empty', fileBytes('empty.csv')],
    ['empty', text('\n \r\n\n')],
    ['binary', fileBytes('binary.png')],
    ['ragged', fileBytes('ragged.csv')],
    ['no-numbers', fileBytes('no-numbers.csv')],
    ['newest-first', text('day,a\n2026-01-03,1\n2026-01-02,2\n2026-01-01,3\n')],
    ['no-lines', new Uint8Array(100_000).fill(0x31)],
  ] as const)('as %s', (refusal, bytes) => {
    expect(look(bytes)).toEqual({ ok: false, refusal });
  });
});
