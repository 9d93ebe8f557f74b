/**
 * Tables that are drawn, that have their names in several lines, whose first column is no time, and
 * logs that look like tables.
 */
import { describe, expect, it } from 'vitest';
import { importGuessed } from './importFile.ts';

const two = (i: number) => String(i).padStart(2, '0');
const time = (i: number) => `2024-05-01 12:00:${two(i)}`;
const rows = (row: (i: number) => string, count = 12) =>
  Array.from({ length: count }, (_, i) => `${row(i)}\n`).join('');

function read(text: string) {
  const { hello, samples, counts } = importGuessed(new TextEncoder().encode(text));
  return {
    names: hello?.channels.map(({ name }) => name),
    first: samples[0]?.values,
    stepMs: Math.round((samples[1]?.boardMs ?? 0) - (samples[0]?.boardMs ?? 0)),
    count: samples.length,
    leftOut: counts.leftOut,
  };
}

const CLIMATE = { names: ['temp', 'hum'], first: [20.5, 40], stepMs: 1000, count: 12, leftOut: 0 };

describe('tables with lines drawn around their cells', () => {
  it.each([
    [
      'a database on a console',
      `+-----+------+-----+\n| time | temp | hum |\n+-----+------+-----+\n${rows((i) => `| ${time(i)} | 2${i % 9}.5 |  40 |`)}+-----+------+-----+\n`,
    ],
    [
      'its rule below the names alone',
      ` time | temp | hum \n------+------+-----\n${rows((i) => ` ${time(i)} | 2${i % 9}.5 |  40`)}`,
    ],
    [
      'boxes',
      `┌─────┬──────┬─────┐\n│ time │ temp │ hum │\n├─────┼──────┼─────┤\n${rows((i) => `│ ${time(i)} │ 2${i % 9}.5 │ 40  │`)}└─────┴──────┴─────┘\n`,
    ],
    [
      'boxes, with types under the names',
      `┌─────┬────────┬───────┐\n│ time │ temp │ hum │\n│ timestamp │ double │ int32 │\n├─────┼────────┼───────┤\n${rows((i) => `│ ${time(i)} │ 2${i % 9}.5 │ 40 │`)}└─────┴────────┴───────┘\n`,
    ],
    [
      'boxes of a data frame',
      `shape: (12, 3)\n┌─────┬──────┬─────┐\n│ time ┆ temp ┆ hum │\n│ ---  ┆ ---  ┆ --- │\n│ datetime[μs] ┆ f64 ┆ i64 │\n╞═════╪══════╪═════╡\n${rows((i) => `│ ${time(i)} ┆ 2${i % 9}.5 ┆ 40 │`)}└─────┴──────┴─────┘\n`,
    ],
    [
      'heavy lines over light ones',
      `┏━━━━━┳━━━━━━┳━━━━━┓\n┃ time ┃ temp ┃ hum ┃\n┡━━━━━╇━━━━━━╇━━━━━┩\n${rows((i) => `│ ${time(i)} │ 2${i % 9}.5 │ 40 │`)}└─────┴──────┴─────┘\n`,
    ],
    [
      'Markdown',
      `| time | temp | hum |\n|:-----|-----:|:---:|\n${rows((i) => `| ${time(i)} | 2${i % 9}.5 | 40 |`)}`,
    ],
    [
      'Markdown without the outer bars',
      `time | temp | hum\n--- | ---: | :-:\n${rows((i) => `${time(i)} | 2${i % 9}.5 | 40`)}`,
    ],
    [
      'a rule below each row',
      `+---+---+---+\n| time | temp | hum |\n+===+===+===+\n${rows((i) => `| ${time(i)} | 2${i % 9}.5 | 40 |\n+---+---+---+`)}`,
    ],
  ])('%s', (_title, text) => {
    expect(read(text)).toEqual(CLIMATE);
  });

  it('rows that only begin with signs are rows', () => {
    expect(read(`a,b\n${rows((i) => `-${i}.5,--`)}`).first?.[0]).toBe(-0.5);
    expect(read(`a b\n${rows((i) => `+${i} -1`)}`).count).toBe(12);
  });
});

describe('names in several lines', () => {
  it.each([
    ['two levels', ',temp,temp,hum\n,mean,std,mean\n'],
    ['and the name of the index under them', ',temp,temp,hum\n,mean,std,mean\ntime,,,\n'],
    ['cells that were joined', 'time,temp,,hum\n,mean,std,mean\n'],
    ['levels without names', ',temp,temp,hum\nUnnamed: 0_level_1,mean,std,mean\n'],
  ])('%s', (_title, header) => {
    expect(read(header + rows((i) => `${time(i)},2${i % 9}.5,0.1,40`))).toMatchObject({
      names: ['temp mean', 'temp std', 'hum mean'],
      first: [20.5, 0.1, 40],
      stepMs: 1000,
      count: 12,
    });
  });

  it('three of them', () => {
    const header = 'Price,Close,High\nTicker,ABC,ABC\nDate,,\n';
    expect(read(header + rows((i) => `2024-01-${two(i + 1)},18${i % 9}.5,190.25`)).names).toEqual([
      'Close ABC',
      'High ABC',
    ]);
  });

  it('are not made of settings above them', () => {
    const scope = 'Record Length,Analog:12\nVertical Scale,CH1:1.00,CH2:0.50\nSecond,Volt,Volt\n';
    expect(read(scope + rows((i) => `${i}e-6,0.${i}2,1.5`)).names).toEqual(['Volt', 'Volt 2']);
  });
});

describe('what a table without times is drawn over', () => {
  it.each([
    ['Freq.\tV(out)', (i: number) => `${10 * 2 ** i}\t0.${i % 9}`, ['V(out)']],
    ['Frequency (Hz)\tLevel (dB)', (i: number) => `${43.07 * (i + 1)}\t-0.${i % 9}`, ['Level']],
    // That of the mains goes up and down, and where there is a time it is a signal.
    ['freq,V', (i: number) => `50.0${i % 3},0.${i % 9}`, ['freq', 'V']],
    ['time,freq', (i: number) => `${time(i)},${50 + i}`, ['freq']],
  ])('%s', (header, row, names) => {
    expect(read(`${header}\n${rows(row)}`).names).toEqual(names);
  });

  it('LabVIEW: columns stand under their names, as far apart as is said above', () => {
    const above =
      'LabVIEW Measurement\t\nSeparator\tTab\n***End_of_Header***\t\n\t\nChannels\t2\t\t\nSamples\t12\t12\t\nX0\t0\t0\t\nDelta_X\t0.001\t0.001\t\n***End_of_Header***\t\t\t\nX_Value\tU\tI\tComment\n';
    expect(read(above + rows((i) => `\t1.${i % 9}5\t2.0`))).toMatchObject({
      names: ['U', 'I'],
      first: [1.05, 2],
      stepMs: 1,
      count: 12,
    });
  });

  it('numbers under data and what stays the same are no times', () => {
    const bus = `name,type,start_time,data\n${rows((i) => `"Async","data",0.0${two(i)},0x${(65 + i).toString(16)}`)}`;
    expect(read(bus)).toMatchObject({ names: ['data'], first: [65], stepMs: 1 });
    expect(read(`us,sy,wa\n${rows((i) => `1,${i % 5},0`)}`)).toMatchObject({
      names: ['us', 'sy', 'wa'],
      stepMs: 100,
    });
  });
});

describe('times', () => {
  it.each([
    ['Data;Ora;T', (i: number) => `10/03/2004;18.00.${two(i)};2,${i % 9}`, 1000],
    ['Date;Time;T', (i: number) => `10/03/2004;${two(i)}.00.00;2,${i % 9}`, 3_600_000],
    ['Temps;T', (i: number) => `${i};2,${i % 9}`, 1000],
  ])('%s', (header, row, stepMs) => {
    expect(read(`${header}\n${rows(row)}`)).toMatchObject({ names: ['T'], stepMs, count: 12 });
  });

  it('temps that do not rise are temperatures', () => {
    expect(read(`temps,x\n${rows((i) => `2${i % 3}.5,${i}`)}`).names).toEqual(['temps', 'x']);
  });
});

describe('logs that look like tables', () => {
  it.each([
    [
      'a syslog of one value',
      (i: number) => `May 01 12:00:${two(i)} 2${i % 9}.5`,
      ['value'],
      [20.5],
    ],
    [
      'a tool’s stamp',
      (i: number) => `12:00:${two(i)}.123 > 2${i % 9}.5,40`,
      ['value 1', 'value 2'],
      [20.5, 40],
    ],
    [
      'what a value was and is',
      (i: number) =>
        `${time(i)}.123 [INFO ] [openhab.event.ItemStateChangedEvent] - Item 'T' changed from ${i} to ${i + 1}`,
      ['T'],
      [1],
    ],
  ])('%s', (_title, row, names, first) => {
    expect(read(rows(row))).toMatchObject({ names, first, stepMs: 1000, count: 12 });
  });

  it('a text in a table says nothing of its values', () => {
    const table = `time,event,x\n${rows((i) => `${time(i)},Setpoint updated to 5,${i}.5`)}`;
    expect(read(table)).toMatchObject({ names: ['x'], first: [0.5], count: 12 });
    const named = `sensor v1 v2\n${rows((i) => `${i % 2 ? 'A' : 'B'} ${i}.5 3`)}`;
    expect(read(named).leftOut).toBe(0);
    expect(read(named).names?.join()).toMatch(/v1/);
  });

  it('classes before the numbers of rows in any order are no sensors in turn', () => {
    const classes = 'MFIMMFIFFMIIMFMIFMMFIMFFIIMFMM';
    const table = rows((i) => `${classes[i]},0.4${i % 9},0.3`, classes.length);
    expect(read(table)).toMatchObject({ names: ['column 2', 'column 3'], count: 30 });
  });

  it('units as words stand under the names', () => {
    const table = `Time,Temp,Flow\n-,Celsius,L/min\n${rows((i) => `${time(i)},2${i % 9}.5,12`)}`;
    expect(read(table).names).toEqual(['Temp', 'Flow']);
  });

  it.each([' ', ',', '\t'])('words in turn say whose the numbers are, with %j between', (mark) => {
    const log = rows((i) => [i % 2 ? 'gyro' : 'accel', `${i}.5`, '2', '3'].join(mark), 24);
    expect(read(log).names).toEqual([
      'accel 1',
      'accel 2',
      'accel 3',
      'gyro 1',
      'gyro 2',
      'gyro 3',
    ]);
  });
});

describe('names in a comment right above the rows', () => {
  it.each(['#', '%', '//', ';'])('are those of the columns: %s', (sign) => {
    expect(
      read(
        `${sign} written by a logger\n${sign} time, temp, hum\n${rows((i) => `${i},2${i % 9}.5,40`)}`,
      ),
    ).toEqual(CLIMATE);
  });
});
