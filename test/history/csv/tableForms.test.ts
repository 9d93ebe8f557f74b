/** Tables as spreadsheets, loggers and programs in other languages write them: made here, a few rows each. */
import { describe, expect, it } from 'vitest';
import { convert, guess, look } from './importFile.ts';

const ROWS = 40;
const two = (i: number) => String(i).padStart(2, '0');
const clock = (i: number) => `12:00:${two(i)}`;
const rows = (line: (i: number) => string, end = '\n') =>
  Array.from({ length: ROWS }, (_, i) => line(i) + end).join('');
const bytesOf = (text: string) => new TextEncoder().encode(text);

interface Expected {
  readonly title: string;
  readonly text: string | Uint8Array;
  readonly names: readonly string[];
  /** Of the second and the last row, ms since the first. */
  readonly ms: readonly [number, number];
  /** Of the second row. */
  readonly values: readonly (number | null)[];
  /** Of the first row, UTC; left out where the file has no calendar. */
  readonly first?: string;
}

const SECONDS = [1000, 39_000] as const;
const NOON = '2024-05-01T12:00:00.000Z';

const DATES: readonly Expected[] = [
  {
    title: 'as ctime writes them',
    text: `time,t\n${rows((i) => `Wed May  1 ${clock(i)} 2024,${i}.5`)}`,
    names: ['t'],
    ms: SECONDS,
    values: [1.5],
    first: NOON,
  },
  {
    title: 'with months in French',
    text: `Date;Valeur\n${rows((i) => `1 juil. 2024 ${clock(i)};${i},5`)}`,
    names: ['Valeur'],
    ms: SECONDS,
    values: [1.5],
    first: '2024-07-01T12:00:00.000Z',
  },
  {
    title: 'with a zone as a word',
    text: `Time,V\n${rows((i) => `2024-05-01 ${clock(i)} CEST,${i}`)}`,
    names: ['V'],
    ms: SECONDS,
    values: [1],
    first: '2024-05-01T10:00:00.000Z',
  },
  {
    title: 'in Brazilian, in two columns',
    text: `Data;Hora;Temp (°C)\n${rows((i) => `25/12/2024;${clock(i)};1.02${i % 10},5`)}`,
    names: ['Temp'],
    ms: SECONDS,
    values: [1021.5],
    first: '2024-12-25T12:00:00.000Z',
  },
  {
    title: 'as numbers of a spreadsheet with eight decimals',
    text: `Date;V\n${rows((i) => `${(45_413.5 + i / 86_400).toFixed(8).replace('.', ',')};${i}`)}`,
    names: ['V'],
    ms: SECONDS,
    values: [1],
    first: NOON,
  },
  {
    title: 'shortened to minutes and seconds',
    text: `Time,V\n${rows((i) => `${two(i)}:30.0,${i}`)}`,
    names: ['V'],
    ms: [60_000, 2_340_000],
    values: [1],
  },
  {
    title: 'as hours since the start, over a day',
    text: `Elapsed,V\n${rows((i) => `${i}:00:00,${i}`)}`,
    names: ['V'],
    ms: [3_600_000, 140_400_000],
    values: [1],
  },
];

const FRAMES: readonly Expected[] = [
  {
    title: 'sep= with a tab, decimal commas',
    text: `sep=\t\r\nTime\tT\r\n${rows((i) => `2024-05-01 ${clock(i)}\t${i},5`, '\r\n')}`,
    names: ['T'],
    ms: SECONDS,
    values: [1.5],
    first: NOON,
  },
  {
    title: 'sep= in quotes',
    text: `"sep=;"\nTime;T\n${rows((i) => `2024-05-01 ${clock(i)};${i},5`)}`,
    names: ['T'],
    ms: SECONDS,
    values: [1.5],
    first: NOON,
  },
  {
    title: 'of LabVIEW, with its two headers',
    text: `LabVIEW Measurement\t\nSeparator\tTab\nDecimal_Separator\t,\n***End_of_Header***\t\n\t\nChannels\t1\t\nSamples\t40\t\nX_Dimension\tTime\t\n***End_of_Header***\t\t\nX_Value\tVoltage\tComment\n${rows((i) => `${(i / 1000).toFixed(6).replace('.', ',')}\t${i},500000`)}`,
    names: ['Voltage'],
    ms: [1, 39],
    values: [1.5],
  },
  {
    title: 'with a line of bare units',
    text: `Time;Force;Strain\ns;N;%\n${rows((i) => `${i};${i},5;0,${i}`)}`,
    names: ['Force', 'Strain'],
    ms: SECONDS,
    values: [1.5, 0.1],
  },
  {
    title: 'as pandas prints them',
    text: `                     temp  hum\n${rows((i) => `2024-05-01 ${clock(i)}  ${i}.5   40`)}`,
    names: ['temp', 'hum'],
    ms: SECONDS,
    values: [1.5, 40],
    first: NOON,
  },
  {
    title: 'an array of JSON, an object a line',
    text: `[${Array.from({ length: ROWS }, (_, i) => `{"time":"2024-05-01T${clock(i)}Z","t":${i}}`).join(',\n')}]\n`,
    names: ['t'],
    ms: SECONDS,
    values: [1],
    first: NOON,
  },
  {
    title: 'a file of line protocol',
    text: rows((i) => `room,at=attic t=${i}.5 17145648${two(i)}000000000`),
    names: ['room attic t'],
    ms: SECONDS,
    values: [1.5],
    first: NOON,
  },
  {
    title: 'with separators at the ends, names twice',
    text: `time;t;t;\n${rows((i) => `${i};${i},5;${i + 1},5;`)}`,
    names: ['t', 't 2'],
    ms: SECONDS,
    values: [1.5, 2.5],
  },
];

const CELLS: readonly Expected[] = [
  {
    title: 'with a currency',
    text: `s;p\n${rows((i) => `${i};€ 1${two(i)},50`)}`,
    names: ['p'],
    ms: SECONDS,
    values: [101.5],
  },
  {
    title: 'in hex',
    text: `s,p\n${rows((i) => `${i},0x${(i + 16).toString(16)}`)}`,
    names: ['p'],
    ms: SECONDS,
    values: [17],
  },
  {
    title: 'as Fortran writes them',
    text: `s,p\n${rows((i) => `${i},${i}.5D-03`)}`,
    names: ['p'],
    ms: SECONDS,
    values: [0.0015],
  },
  {
    title: 'true and false in German',
    text: `s;p\n${rows((i) => `${i};${i % 2 ? 'WAHR' : 'FALSCH'}`)}`,
    names: ['p'],
    ms: SECONDS,
    values: [1],
  },
  {
    title: 'missing in words of LibreOffice, Windows and multimeters',
    text: `s,p\n${rows((i) => `${i},${['1.5', '#NOME?', '1.#QNAN', 'OL', 'No Data'][i % 5]}`)}`,
    names: ['p'],
    ms: SECONDS,
    values: [null],
  },
  {
    title: 'per cent, with a comma',
    text: `s;hum\n${rows((i) => `${i};4${i % 10},5 %`)}`,
    names: ['hum'],
    ms: SECONDS,
    values: [41.5],
  },
];

describe.each([
  ['tables with dates', DATES],
  ['tables', FRAMES],
  ['cells', CELLS],
])('%s', (_kind, cases) => {
  it.each(cases)('$title', ({ text, names, ms, values, first }) => {
    const bytes = typeof text === 'string' ? bytesOf(text) : text;
    const { hello, samples, counts } = convert(bytes, guess(bytes).plan);
    expect(hello?.channels.map(({ name }) => name)).toEqual(names);
    expect([samples.length, counts.leftOut]).toEqual([ROWS, 0]);
    const since = (i: number) => (samples.at(i)?.boardMs ?? 0) - (samples[0]?.boardMs ?? 0);
    expect(since(1)).toBeCloseTo(ms[0], 6);
    expect(since(-1)).toBeCloseTo(ms[1], 6);
    expect(samples[1]?.values).toEqual(values.map((value) => value ?? Number.NaN));
    if (first) expect(samples[0]?.toldMs).toBe(Date.parse(first));
  });
});

describe('day and month', () => {
  const ambiguous = (i: number) => `0${1 + Math.floor(i / 12)}/${two(1 + (i % 12))}/2024`;

  it('are as the whole column can be read, though only its last rows decide', () => {
    const months = `Date,V\n${Array.from({ length: 12 }, (_, i) => `${ambiguous(i)},${i}\n`).join('')}01/13/2024,12\n01/14/2024,13\n`;
    const bytes = bytesOf(months);
    const { samples } = convert(bytes, guess(bytes).plan);
    expect((samples[1]?.boardMs ?? 0) - (samples[0]?.boardMs ?? 0)).toBe(86_400_000);
    expect(samples).toHaveLength(14);
  });

  it('are turned round by a row far below what the guess has seen', () => {
    const early = Array.from({ length: 500 }, (_, i) => {
      return `01/02/2024 ${two(Math.floor(i / 60))}:${two(i % 60)},${i}\n`;
    });
    const bytes = bytesOf(`Date,V\n${early.join('')}01/13/2024 00:00,500\n`);
    const { plan } = guess(bytes);
    expect(plan.form === 'csv' && plan.dayFirst).toBe(null);
    const { samples, counts } = convert(bytes, plan);
    expect([samples.length, counts.leftOut]).toEqual([501, 0]);
    // From the second of January on.
    expect((samples.at(-1)?.boardMs ?? 0) - (samples[0]?.boardMs ?? 0)).toBe(11 * 86_400_000);
  });

  it('are asked for where nothing decides', () => {
    const seen = look(bytesOf('Date,V\n01/02/2024,1\n02/03/2024,2\n03/04/2024,3\n'));
    expect(seen.ok && seen.plan.form === 'csv' && seen.plan.dayFirst).toBe(null);
  });
});
