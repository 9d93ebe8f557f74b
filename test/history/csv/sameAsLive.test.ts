/** Rows of a sketch in a file without names over them: read as the line reads them live. */
import { describe, expect, it } from 'vitest';
import { createLineConverter } from '../../../src/history/csv/convertFile.ts';
import { readForeignLine } from '../../../src/protocol/foreignLine.ts';
import { guess, importGuessed, look } from './importFile.ts';

const ROWS = 12;
const bytes = (text: string) => new TextEncoder().encode(text);

const SKETCHES: readonly (readonly [string, (n: number) => string])[] = [
  ['labels that end in a number', (n) => `Sensor 1: 22.${n}, Sensor 2: 23.${n}`],
  ['such labels with tabs between', (n) => `Sensor 1: 22.${n}\tSensor 2: 23.${n}`],
  ['one such label', (n) => `Sensor 1: 22.${n}`],
  [
    'long labels',
    (n) => `Temperature of cell number 0: ${n}.5, Temperature of cell number 1: ${n}.7`,
  ],
  ['a sign for a label', (n) => `🌡️: 22.${n}`],
  ['words before numbers', (n) => `temp 22.${n} hum 4${n}`],
  ['words before numbers between commas', (n) => `Temperature 22.${n}, Humidity 4${n}`],
  ['cells of words and numbers in turn', (n) => `temp,21.${n},hum,4${n}`],
  ['such cells with decimal commas', (n) => `temp;21,${n};hum;40,${n}`],
  ['an arrow', (n) => `temp => 2${n}`],
  ['a dash', (n) => `Temp - 21.${n} C`],
  ['a vector', (n) => `Pos (1, 2, ${n})`],
  ['a vector with its unit', (n) => `Gyro [dps] 0.1, 0.2, 0.${n}`],
  ['a frame', (n) => `<1,2,${n}>`],
  ['a frame with a name', (n) => `$IMU,1.0,2.5,${n}`],
  ['a frame of two signs', (n) => `$$12,34,5${n}`],
  ['a frame with its end', (n) => `@1,2,${n}#`],
  ['a frame of two bytes', (n) => `\u0002${n},2.5\u0003`],
  ['bytes of Python', (n) => `b'1,2,${n}'`],
  ['a sentence', (n) => `Sensor value is 23${n}`],
  ['a sentence with a unit', (n) => `The light level is 51${n} lx`],
  ['a level of a log', (n) => `INFO 21.${n},22.5`],
  ['a step of many', (n) => `step ${n}/100, loss 0.2${n}`],
  ['a value and its share', (n) => `VBAT 3.7${n} V 64 %`],
  ['decimal commas', (n) => `1,${n}, 2,5`],
  ['decimal commas and units', (n) => `21,${n} °C, 40,1 %`],
  ['points of thousands and a decimal comma', (n) => `1.234.56${n},89`],
  ['a date in words', (n) => `Wed May  1 12:00:${10 + n} 2024 23.${n}`],
  ['a date with a comma', (n) => `Nov 27, 2026 4:${10 + n} PM,0.5`],
  ['a time of its own before words', (n) => `I (${1000 + n * 50}) tag: OK,1,${n}`],
  ['a date before a frame', (n) => `2024-05-01 12:00:${10 + n},$$12,34,5${n}`],
  ['a degree that a terminal could not show', (n) => `temp: 22.${n}\ufffdC`],
];

describe('rows of a sketch in a file are those of its line', () => {
  it.each(SKETCHES)('%s', (_, sketch) => {
    const rows = Array.from({ length: ROWS }, (_, i) => sketch(i % 10));
    const live = rows.map((row) => {
      const reading = readForeignLine(row);
      if (reading.form === null) throw new Error(`not read live: ${row}`);
      return reading.values;
    });
    const { hello, samples, counts } = importGuessed(bytes(`${rows.join('\n')}\n`));
    expect(hello?.channels.map(({ name }) => name)).toEqual(live[0]?.map(({ name }) => name));
    expect(samples.map(({ values }) => values)).toEqual(
      live.map((values) => values.map(({ value }) => value)),
    );
    expect(counts).toMatchObject({ rows: ROWS, leftOut: 0 });
  });
});

describe('a table stays one', () => {
  it.each([
    ['of numbers alone', '1,2.5\n2,2.6\n4,2.7\n5,2.8\n', undefined],
    ['whose second column is empty at first', '1,,3\n2,,4\n2,,5\n1,,6\n', undefined],
    ['when the person says how it is cut', 'temp 22 hum 40\ntemp 23 hum 41\n', { separator: ' ' }],
  ] as const)('%s', (_, text, choice) => {
    const seen = look(bytes(text), choice);
    expect(seen.ok && seen.plan.form).toBe('csv');
  });
});

describe('what a terminal keeps of a reset does not make a log unreadable', () => {
  const ROWS_OF_ONE = Array.from({ length: ROWS }, (_, i) => `temp:2${i}`).join('\n');
  it.each([
    ['zeros before the first line', `\0\0\0${ROWS_OF_ONE}\n`],
    ['zeros in the middle', `${ROWS_OF_ONE}\n\0\0boot\0\n${ROWS_OF_ONE}\n`],
    ['an end of the file as DOS wrote it', `${ROWS_OF_ONE}\n\u001a`],
  ])('%s', (_, text) => {
    const { hello, samples } = importGuessed(bytes(text));
    expect(hello?.channels).toEqual([{ name: 'temp', unit: '' }]);
    expect(samples.length % ROWS).toBe(0);
  });

  it('nor a table', () => {
    const rows = Array.from({ length: ROWS }, (_, i) => `${i % 3},2${i}`);
    const { samples, counts } = importGuessed(bytes(`\0a,b\n\0${rows.join('\n')}\n\u001a`));
    expect(samples.map(({ values }) => values.join())).toEqual(rows);
    expect(counts).toMatchObject({ rows: ROWS, leftOut: 0 });
  });

  it('and zeros without an end are the end of a file', () => {
    const plan = guess(bytes('1.25\n2.5\n')).plan;
    const converter = createLineConverter(plan, { name: 'a', id: '1' }, () => undefined);
    converter.push(bytes('1.25\n2.5\n'));
    for (let mebibytes = 0; mebibytes < 17; mebibytes++) converter.push(new Uint8Array(2 ** 20));
    expect(converter.isEndless()).toBe(true);
  });
});
