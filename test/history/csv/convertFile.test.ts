import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvPlan } from '../../../src/history/csv/importPlan.ts';
import { convert, fileBytes, guess, importGuessed, START_MS } from './importFile.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const nan = Number.NaN;

describe('a table becomes samples', () => {
  it('with the values and times that stand in it; an empty cell is a gap', () => {
    const { hello, samples, counts } = importGuessed(fileBytes('header-seconds.csv'));
    expect(hello?.channels).toEqual([
      { name: 'x', unit: 'g' },
      { name: 'y', unit: '' },
    ]);
    expect(samples.map(({ boardMs }) => boardMs)).toEqual([0, 20, 40, 60, 80]);
    expect(samples[0]?.toldMs).toBe(START_MS);
    expect(samples.map(({ values }) => values)).toEqual([
      [1.5, 10],
      [1.6, 11],
      [-1.7e-3, 12],
      [nan, 13],
      [1.9, 14],
    ]);
    expect(counts).toEqual({ rows: 5, leftOut: 0, first: null });
  });

  it('with decimal commas', () => {
    const { samples } = importGuessed(fileBytes('semicolon-decimal-comma.csv'));
    expect(samples.map(({ values }) => values[0])).toEqual([21.5, 21.6, 21.75, -0.5]);
  });

  it('at its calendar times, whatever their zone', () => {
    const { samples } = importGuessed(fileBytes('iso-quotes.csv'));
    const first = Date.parse('2026-03-01T10:00:00.000Z');
    expect(samples.map(({ toldMs }) => toldMs - first)).toEqual([250, 500, 750]);
    expect(samples.map(({ boardMs }) => boardMs)).toEqual([0, 250, 500]);
  });

  it('at dates without a zone as the person’s zone has them', () => {
    const plan = { ...(guess(fileBytes('nab.csv')).plan as CsvPlan), zoneMinutes: 60 };
    const { samples } = convert(fileBytes('nab.csv'), plan);
    expect(samples[0]?.toldMs).toBe(Date.parse('2014-02-14T14:30:00+01:00'));
    expect(samples[3]?.boardMs).toBe(15 * 60_000);
  });

  it('one every period when there is no time', () => {
    const plan = guess(fileBytes('one-column.csv')).plan as CsvPlan;
    const { samples } = convert(fileBytes('one-column.csv'), {
      ...plan,
      time: { kind: 'period', periodMs: 2.5 },
    });
    expect(samples.map(({ boardMs }) => boardMs)).toEqual([0, 2.5, 5, 7.5]);
  });

  it('without the rows that are broken: counted, the first named, each a lost sample', () => {
    const { samples, counts } = importGuessed(fileBytes('some-broken.csv'));
    expect(samples.map(({ boardMs }) => boardMs)).toEqual([0, 10, 40, 60, 70, 80]);
    expect(samples.map(({ seq }) => seq)).toEqual([1, 2, 5, 8, 9, 10]);
    expect(counts).toEqual({
      rows: 10,
      leftOut: 4,
      first: { line: 4, reason: { kind: 'fields', found: 2, expected: 3 } },
    });
  });

  it.each([
    ['ms,a\n0,1\n5,one\n9,2\n', 3, { kind: 'number', column: 'a', text: 'one' }],
    ['ms,a\n0,1\nsoon,1\n9,2\n', 3, { kind: 'time', text: 'soon' }],
    [
      'day,a\n2026-01-02,1\n2026-01-01,1\n2026-01-03,2\n',
      3,
      { kind: 'backwards', text: '2026-01-01' },
    ],
    [`ms,a\n0,1\n1,2\n5,"${'x'.repeat(70_000)}"\n9,2\n`, 4, { kind: 'too-long' }],
  ])('and says why a row was left out: %#', (text, line, reason) => {
    const { counts } = importGuessed(bytes(text));
    expect(counts).toMatchObject({ leftOut: 1, first: { line, reason } });
  });

  it('with line ends between quotes, in the names and in the rows', () => {
    const text =
      'time,"level\r\n(m)",note\r\n1,2.5,"first\nof\n\nall"\n2,"3.5\n",ok\n3,4.5,"say ""so""\nor not"\n4,5.5,"x"\n';
    for (const chunk of [1, 7, 64]) {
      const { hello, samples, counts } = convert(bytes(text), guess(bytes(text)).plan, chunk);
      expect(hello?.channels).toEqual([{ name: 'level', unit: 'm' }]);
      expect(samples.map(({ values }) => values)).toEqual([[2.5], [3.5], [4.5], [5.5]]);
      expect(counts).toEqual({ rows: 4, leftOut: 0, first: null });
    }
  });

  it.each([
    ['at the end', '1,2,a\n2,3,"b\n3,4,c\n4,5,d\n', [2, 3, 4, 5]],
    ['twice', '1,2,a\n2,3,"b\n3,4,c\n4,5,"d\n5,6,e\n', [2, 3, 4, 5, 6]],
    ['where a number should be', '1,2,a\n2,"3,b\n3,4,c\n', [2, 4]],
    ['in the middle of a cell', '1,2,5" pipe\n2,3,a\n3,4,5" pipe\n', [2, 3, 4]],
    ['long before the next', `1,2,a\n2,3,"b\n${'3,4,c\n'.repeat(20_000)}`, null],
  ])('with a stray quote %s: no other row goes with it', (_, rows, expected) => {
    const text = bytes(`time,x,note\n${rows}`);
    const { samples, counts } = convert(text, guess(bytes('time,x,note\n1,2,a\n2,3,b\n')).plan);
    const values = samples.map((sample) => sample.values[0]);
    if (expected) expect(values).toEqual(expected);
    else expect(values).toHaveLength(20_002);
    expect(counts.rows).toBe(rows.split('\n').length - 1);
  });

  it('and a clock that begins anew is a board that was switched off and on', () => {
    const { samples } = importGuessed(bytes('ms,a\n100,1\n120,2\n0,3\n20,4\n'));
    expect(samples.map(({ seq }) => seq)).toEqual([1, 2, 0, 1]);
    expect(samples.map(({ toldMs }) => toldMs - START_MS)).toEqual([100, 100, 140, 140]);
  });

  it('with lost samples where evenly timed rows have a hole, and none where times vary', () => {
    const times = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 200, 210];
    const file = (all: readonly number[]) => bytes(`ms,a\n${all.map((t) => `${t},1\n`).join('')}`);
    expect(
      importGuessed(file(times))
        .samples.slice(-3)
        .map(({ seq }) => seq),
    ).toEqual([10, 21, 22]);
    const odd = times.map((time, i) => time + i ** 3);
    expect(importGuessed(file(odd)).samples.at(-1)?.seq).toBe(12);
  });

  it('the same whatever chunks it is read in', () => {
    const file = fileBytes('semicolon-decimal-comma.csv');
    const { plan } = guess(file);
    const whole = convert(file, plan, file.length).text;
    for (const size of [1, 2, 3, 7]) expect(convert(file, plan, size).text).toBe(whole);
  });

  it('with every double unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 20 }), (values) => {
        const text = values.map((value, i) => `${i};${Object.is(value, -0) ? '-0' : value}\n`);
        const file = bytes(`ms;a\n${text.join('').replaceAll('Infinity', 'inf')}`);
        const plan: CsvPlan = {
          form: 'csv',
          encoding: 'utf-8',
          dialect: { separator: ';', decimal: '.', hasHeader: true },
          decimalSure: true,
          headerLine: 1,
          bodyLine: 2,
          hasPairs: false,
          isBoxed: false,
          fieldCount: 2,
          time: { kind: 'column', column: 0, unit: 'ms', clockColumn: null },
          dayFirst: true,
          keyColumns: [],
          zoneTold: false,
          columns: [{ column: 1, name: 'a', unit: '' }],
          evenMs: null,
          startMs: 0,
          zoneMinutes: 0,
          own: null,
        };
        const { samples } = convert(file, plan);
        expect(samples.map((sample) => sample.values[0])).toEqual(values);
      }),
    );
  });

  it('in lines that a recording holds, however many channels and digits', () => {
    const row = Array.from({ length: 100 }, () => '-0.000000012345678901234567890123456e-290');
    const names = Array.from({ length: 100 }, (_, i) => `µ`.repeat(300) + i);
    const { text, samples } = importGuessed(
      bytes(`${names.join()}\n${`${row.join()}\n`.repeat(4)}`),
    );
    expect(samples).toHaveLength(4);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(4096);
    expect(samples[0]?.values).toEqual(Array(64).fill(Number(row[0])));
  });

  it('under whole names and units, as long as a line has room for all', () => {
    const names = Array.from(
      { length: 30 },
      (_, i) => `Linear acceleration of the north wall ${i}`,
    );
    const head = names.map((name) => `"${name} (degrees Celsius)"`).join();
    const row = names.map((_, i) => i).join();
    const { hello } = importGuessed(bytes(`${head}\n${`${row}\n`.repeat(4)}`));
    expect(hello?.channels).toEqual(names.map((name) => ({ name, unit: 'degrees Celsius' })));
  });
});

describe('a log becomes samples', () => {
  it('of our firmware: passed through, with arrival times between', () => {
    const { text, hello, samples, counts } = importGuessed(fileBytes('firmware.log'));
    expect(hello?.board).toBe('Pico');
    expect(samples.map(({ boardMs }) => boardMs)).toEqual([0, 20, 40, 80, 100]);
    expect(samples[4]?.toldMs).toBe(START_MS + 80);
    expect(counts).toMatchObject({ rows: 6, leftOut: 1, first: { line: 6 } });
    expect(text).toContain('MPY: soft reboot\n');
  });

  it('of our firmware without a hello: the channels are counted', () => {
    const [, , ...samples] = new TextDecoder().decode(fileBytes('firmware.log')).split('\n');
    const { hello } = importGuessed(bytes(samples.join('\n')));
    expect(hello?.channels.map(({ name }) => name)).toEqual(['value 1', 'value 2']);
  });

  it('of another sketch: its rows, one every period', () => {
    const { hello, samples, counts } = importGuessed(fileBytes('sketch-labels.log'));
    expect(hello?.channels.map(({ name }) => name)).toEqual(['temp', 'hum']);
    expect(samples.map(({ boardMs }) => boardMs)).toEqual([0, 100, 200, 300]);
    expect(samples[3]?.values).toEqual([21.8, 43]);
    expect(counts).toMatchObject({ leftOut: 1, first: { line: 1, reason: { kind: 'words' } } });
  });
});
