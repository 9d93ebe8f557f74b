import { describe, expect, it } from 'vitest';
import { createForeignChannels } from '../../src/protocol/foreignChannels.ts';
import { readForeignLine } from '../../src/protocol/foreignLine.ts';
import { HANG_MS, thorough } from '../thoroughness.ts';
import { channelsOf, lines, processorMs } from './foreign/readLines.ts';

describe('the union of names', () => {
  it('grows at its end when a name comes later, and keeps what was there', () => {
    const { made, of } = channelsOf([
      ...lines(10, (i) => `a:${i},b:1`),
      ...lines(10, (i) => `c:${i},a:1,b:2`),
    ]);
    expect(made).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
    expect(of('c').filter(Number.isFinite)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(of('a')).toHaveLength(20);
  });

  it('has NaN where a row lacks a name, however long', () => {
    const { made, finite } = channelsOf([
      ...lines(5, (i) => `a:${i},b:${i}`),
      ...lines(500, (i) => `a:${i}`),
      ...lines(5, (i) => `b:${i},a:${i}`),
    ]);
    expect(made).toHaveLength(1);
    expect(finite('a')).toHaveLength(510);
    expect(finite('b')).toHaveLength(10);
  });

  it('takes lines of different names in turn for channels of different rates', () => {
    const { names, finite } = channelsOf(
      lines(120, (i) => (i % 6 === 5 ? `bat=${i} rssi=-60` : `ax=${i} ay=1 az=2`)),
    );
    expect(names).toEqual(['ax', 'ay', 'az', 'bat', 'rssi']);
    expect(finite('ax')).toHaveLength(100);
    expect(finite('bat').length).toBeGreaterThanOrEqual(18);
  });

  it('gathers one-value lines of two rates without a row lost', () => {
    const { finite } = channelsOf(
      lines(110, (i) => (i % 11 === 10 ? `>slow:${i}` : `>fast:${i}`)).concat(
        '>fast:100',
        '>fast:101',
      ),
    );
    expect(finite('fast').length).toBeGreaterThanOrEqual(101);
    expect(finite('slow').length).toBeGreaterThanOrEqual(8);
  });

  it('believes a name only after three rows, with at most eight lines between', () => {
    const talk = (count: number) => lines(count, () => 'Waiting for the sensor…');
    expect(channelsOf(['a:1', 'a:2']).made).toEqual([]);
    expect(channelsOf(['a:1,b:1', ...talk(9), 'a:2,b:1', ...talk(9), 'a:3,b:1']).made).toEqual([]);
    expect(channelsOf(['a:1,b:1', ...talk(8), 'a:2,b:1', ...talk(8), 'a:3,b:1']).made).toHaveLength(
      1,
    );
  });

  it('reports the units', () => {
    const { names, units } = channelsOf(lines(4, (i) => `Temp: 2${i} °C, Hum (%): 40, n: 1`));
    expect([names, units]).toEqual([
      ['Temp', 'Hum', 'n'],
      ['°C', '%', ''],
    ]);
  });

  it('makes no channel of boot noise, addresses, positions and dumps', () => {
    const { made } = channelsOf(
      lines(
        60,
        (i) =>
          [
            'rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)',
            'load:0x3fff0030,len:1184',
            `$GPRMC,08183${i % 10},A,3751.65,S,14507.36,E,000.0,360.0,130998,011.3,E*62`,
            'MAC: 24:6F:28:12:34:56',
            '4F 12 AB 7E 00 11',
            'I2C device found at address 0x3C  !',
          ][i % 6] ?? '',
      ),
    );
    expect(made).toEqual([]);
  });
});

describe('a header', () => {
  it.each([
    ['temp;hum', (i: number) => `${i};40`],
    ['temp\thum', (i: number) => `${i}\t40`],
    ['temp hum', (i: number) => `${i} 40`],
    ['"temp","hum"', (i: number) => `${i},40`],
    ['time,temp,hum', (i: number) => `12:00:0${i},${i},40`],
    ['millis,temp,hum', (i: number) => `${i * 100},${i},40`],
  ])('%j names the columns', (header, row) => {
    const { made, rows } = channelsOf([header, '', ...lines(8, row)]);
    expect(made).toEqual([['temp', 'hum']]);
    expect(rows.map(({ values }) => values[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('may have its units under it', () => {
    const { names, units } = channelsOf(['temp,hum', '(°C),(%)', ...lines(5, (i) => `${i},40`)]);
    expect([names, units]).toEqual([
      ['temp', 'hum'],
      ['°C', '%'],
    ]);
  });

  it('of another width names nothing, nor one that comes when the columns are channels', () => {
    expect(channelsOf(['a,b,c', ...lines(5, (i) => `${i},40`)]).names).toEqual([
      'value 1',
      'value 2',
    ]);
    const late = channelsOf([...lines(5, (i) => `${i},40`), 'a,b', ...lines(5, (i) => `${i},40`)]);
    expect(late.made).toEqual([['value 1', 'value 2']]);
  });
});

describe('a label that counts', () => {
  it.each([
    ['Sample 17: 0.5', (i: number) => `Sample ${17 + i}: 0.${i}`, 'Sample'],
    ['#17: 0.5', (i: number) => `#${i}: 0.${i}`, 'value'],
    ['Reading #3 = 5 mV', (i: number) => `Reading #${i} = ${i} mV`, 'Reading'],
    ['probe12: 5', (i: number) => `probe${i}: ${i}`, 'probe'],
  ])('as in %j is one channel, and no row is lost', (_, line, stem) => {
    const { made, rows, notices } = channelsOf(lines(40, line));
    expect(made).toEqual([[stem]]);
    expect(rows).toHaveLength(40);
    if (stem !== 'value') expect(notices.counters).toEqual([stem]);
  });

  it('is none when the labels come again: sensors printed in turn', () => {
    const { names, notices, finite } = channelsOf(lines(60, (i) => `Sensor ${1 + (i % 6)}: ${i}`));
    expect(names).toEqual(lines(6, (i) => `Sensor ${1 + i}`));
    expect(notices.counters).toEqual([]);
    expect(finite('Sensor 3').length).toBeGreaterThanOrEqual(9);
  });
});

describe('the times that lines say', () => {
  it('are those of the rows, and a time of day goes on past midnight', () => {
    const { rows } = channelsOf(['23:59:58 1', '23:59:59 2', '00:00:00 3', '00:00:01 4']);
    expect(rows.map(({ ownMs }) => ownMs)).toEqual([
      86_398_000, 86_399_000, 86_400_000, 86_401_000,
    ]);
  });

  it('part the points of Teleplot, several of them on one line too', () => {
    const { rows } = channelsOf(lines(4, (i) => `>x:${i * 20}:${i};${i * 20 + 10}:${i + 0.5}`));
    expect(rows.map(({ ownMs, values }) => [ownMs, values[0]])).toEqual([
      [0, 0],
      [10, 0.5],
      [20, 1],
      [30, 1.5],
      [40, 2],
      [50, 2.5],
      [60, 3],
      [70, 3.5],
    ]);
  });
});

/** More than the 4000 names in turn. */
const LINES = thorough(12_000, 40_000);

describe('too many names', () => {
  it('are counted and named beyond 256, and the first go on', () => {
    const { names, notices, finite } = channelsOf(lines(1500, (i) => `>c${i % 300}x:${i}`));
    expect(names).toHaveLength(256);
    expect(notices.refused.count).toBe(44);
    expect(notices.refused.names.slice(0, 2)).toEqual(['c256x', 'c257x']);
    expect(finite('c0x').length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['4000 in turn', (i: number) => `>c${i % 4000}x:${i}`],
    ['ever new ones', (i: number) => `>c${i}x:${i}`],
    ['ever new counted ones', (i: number) => `k${(i * 7919) % 100_003}: ${i}`],
    ['ever new ones beside others', (i: number) => `temp:${i},k${i}z:1`],
  ])(
    '(%s) cost little',
    (_, line) => {
      const channels = createForeignChannels();
      const startedMs = processorMs();
      let longestMs = 0;
      for (let i = 0; i < LINES; i++) {
        const reading = readForeignLine(line(i));
        const fromMs = performance.now();
        if (reading.form !== null) channels.take(reading, i);
        longestMs = Math.max(longestMs, performance.now() - fromMs);
      }
      // What grows with each line before it would take minutes.
      expect(processorMs() - startedMs).toBeLessThan(LINES);
      expect(longestMs).toBeLessThan(HANG_MS);
    },
    30_000,
  );
});

describe('a word in the first cell', () => {
  it('names the channel when a few come in turn', () => {
    const { names, of } = channelsOf(
      lines(40, (i) => (i % 2 === 0 ? `sensorA,22.${i}` : `sensorB,${i}`)),
    );
    expect(names).toEqual(['sensorA', 'sensorB']);
    expect(of('sensorB').filter(Number.isFinite)).toContain(39);
    expect(of('sensorA').filter(Number.isFinite)).not.toContain(39);
  });

  it('names several values by their place, and three sensors', () => {
    const { names } = channelsOf(lines(60, (i) => `${['left', 'right', 'rear'][i % 3]};${i};2`));
    expect(names.toSorted()).toEqual([
      'left 1',
      'left 2',
      'rear 1',
      'rear 2',
      'right 1',
      'right 2',
    ]);
  });

  it('says nothing when it is always the same, or a state', () => {
    expect(channelsOf(lines(40, (i) => `DATA,${i},2`)).names).toEqual(['value 2', 'value 3']);
    expect(channelsOf(lines(40, (i) => `${i % 5 ? 'OK' : 'FAIL'},${i}`)).names).toEqual([
      'value 2',
    ]);
  });
});
