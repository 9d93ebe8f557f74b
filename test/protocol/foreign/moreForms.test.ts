/**
 * Further lines of each kind of firmware/README.md, such as stand in logs, manuals and questions: with
 * dates in words, zones, thousands, quotes; of loggers, shells, databases and other languages.
 */
import { describe, expect, it } from 'vitest';
import { channelsOf, lines, said } from './readLines.ts';

const reads = (title: string, cases: readonly (readonly [string, string])[]) =>
  describe(title, () => {
    it.each(cases)('%j: %s', (line, expected) => {
      expect(said(line)).toBe(expected);
    });
  });

const AT = '1714564805000';

reads('a month as a word', [
  ['Wed May  1 12:00:05 2024 23.5', `numbers value=23.5 @local ${AT}`],
  ['Wed May 1 12:00:05 UTC 2024: 23.5', `numbers value=23.5 @utc ${AT}`],
  ['Wed, 01 May 2024 12:00:05 GMT,23.5,40', `numbers value 1=23.5 value 2=40 @utc ${AT}`],
  ['01-May-2024 12:00:05,23.5', `numbers value=23.5 @local ${AT}`],
  ['01-MAY-24 12:00:05 PM,23.5', `numbers value=23.5 @local ${AT}`],
  ['1. Mai 2024 12:00:05;23,5', `numbers value=23.5 @local ${AT}`],
  ['01/mai/2024 12:00:05 T=3', `labels T=3 @local ${AT}`],
  ['May 1, 2024 12:00:05 PM\t23.5', `numbers value=23.5 @local ${AT}`],
  ['2024-May-01 12:00:05.5 23.5', 'numbers value=23.5 @local 1714564805500'],
  ['May  1 12:00:05 raspi logger[12]: temp=22.5', 'labels temp=22.5 @day 43205000'],
  ['May  1 12:00:05 raspi logger: temp=22.5', 'labels temp=22.5 @day 43205000'],
  ['[Wed May 01 12:00:05.500 2024] 23.5', 'numbers value=23.5 @local 1714564805500'],
  // These only look alike.
  ['Mark 1 12:00:05', 'not read: prose'],
  ['31 Feb 2024 12:00:05;23,5', 'numbers value 2=23.5 @day 43205000'],
]);

reads('zones', [
  ['2024-05-01 12:00:05 CEST 23.5', 'numbers value=23.5 @utc 1714557605000'],
  ['2024-05-01 12:00:05 EST,23.5,4', 'numbers value 1=23.5 value 2=4 @utc 1714582805000'],
  ['2024-05-01T12:00:05+02,23.5', 'numbers value=23.5 @utc 1714557605000'],
  ['2024-05-01 12:00:05-03:00;23,5', 'numbers value=23.5 @utc 1714575605000'],
  ['2024-05-01T12:00:05.000+0530 t=3', 'labels t=3 @utc 1714545005000'],
  ['2024-05-01T12:00:05[Europe/Berlin] 22.5', `numbers value=22.5 @local ${AT}`],
  ['2024-05-01 12:00:05 UTC+2;23.5', 'numbers value=23.5 @utc 1714557605000'],
  ['12:00:05 GMT 23.5', 'numbers value=23.5 @day 43205000'],
  ['12:00:05 -5 3', 'numbers value 1=-5 value 2=3 @day 43205000'],
  ['12:00:05 EST=5', 'labels EST=5 @day 43205000'],
  ['20240501T120005Z 23.5', `numbers value=23.5 @utc ${AT}`],
  ['20240501_120005,23.5', `numbers value=23.5 @local ${AT}`],
  ['20241301T120005Z,23.5', 'numbers value 2=23.5'],
]);

reads('thousands and quotes', [
  ['1 234,5;2 000,1', 'numbers value 1=1234.5 value 2=2000.1'],
  ["1'234.5 2'000.0", 'numbers value 1=1234.5 value 2=2000'],
  ['1\u202f234,5;7,25', 'numbers value 1=1234.5 value 2=7.25'],
  ['1.234.567,89', 'numbers value=1234567.89'],
  ['"1.5","2.5"', 'numbers value 1=1.5 value 2=2.5'],
  ['"1,5";"2,5"', 'numbers value 1=1.5 value 2=2.5'],
  ['"1,5","2,5"', 'numbers value 1=1.5 value 2=2.5'],
  ['"1,234.5","x","2"', 'numbers value 1=1234.5 value 3=2'],
  ['1.2D+03 4', 'numbers value 1=1200 value 2=4'],
  ['12:00:05;23,5', 'numbers value=23.5 @day 43205000'],
  ['12:00:05;23,5;4,5', 'numbers value 1=23.5 value 2=4.5 @day 43205000'],
  ['"2024-05-01 12:00:05","23.5"', `numbers value=23.5 @local ${AT}`],
]);

reads('loggers and shells', [
  ['2024-05-01 12:00:05,123 - sensor - INFO - temp=22.5', 'labels temp=22.5 @local 1714564805123'],
  ['2024-05-01 12:00:05.123 | INFO | mod:fn:12 - temp=3', 'labels temp=3 @local 1714564805123'],
  ['WARNING: temp=22.5', 'labels temp=22.5'],
  ['uart:~$ [00:00:05.123,456] <inf> main: x=1', 'labels x=1 @uptime 5123.456'],
  ['D (2024-05-01 12:00:05.123) x: v=3', 'labels v=3 @local 1714564805123'],
  ["b'22.5\\r\\n'", 'numbers value=22.5'],
  ["b'1,2,3'", 'numbers value 1=1 value 2=2 value 3=3'],
  ['\x0222.5\x03', 'numbers value=22.5'],
  ['temp: Some(22.5), hum: None', 'labels temp=22.5 hum=NaN'],
  ['[[1. 2.]', 'numbers value 1=1 value 2=2'],
  [' [3. 4.]]', 'numbers value 1=3 value 2=4'],
]);

reads('units of two words, values said twice, dates among labels', [
  ['Temperature = 22.50 deg C', 'labels Temperature=22.5[°C]'],
  ['25.0 degrees Celsius', 'numbers value=25[°C]'],
  ['Temperature is 25 degrees F', 'labels Temperature=25[°F]'],
  ['light is 512', 'labels light=512'],
  ['Value: 512 (50%)', 'labels Value=512'],
  ['acc: (1, 2, 3)', 'labels acc.0=1 acc.1=2 acc.2=3'],
  ['Date: 1/5/2024 Time: 12:00:05 Temp: 22', 'labels Temp=22 @day 43205000'],
  ['Date: 01.05.2024, Temp: 22', 'labels Temp=22'],
  ['{"temp":"22,5","hum":"40 %"}', 'json temp=22.5 hum=40[%]'],
]);

reads('line protocol', [
  [
    'weather,room=attic temperature=21.5,humidity=40i 1714564805000000000',
    `labels weather attic temperature=21.5 weather attic humidity=40 @utc ${AT}`,
  ],
  [
    'cpu,host=a usage=3.2,ok=t,note="x y" 1714564805',
    `labels cpu a usage=3.2 cpu a ok=1 @utc ${AT}`,
  ],
  ['imu x=1,y=2', 'labels imu x=1 imu y=2'],
]);

describe('rows that say whose they are', () => {
  it('JSON with the name of a sensor in turn are channels of that name', () => {
    const one = channelsOf(lines(20, (i) => `{"sensor":"${i % 2 ? 'hum' : 'temp'}","value":${i}}`));
    expect(one.names).toEqual(['temp', 'hum']);
    expect(one.finite('temp')).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
    const several = channelsOf(
      lines(20, (i) => `{"model":"${i % 2 ? 'Attic' : 'Cellar'}","t":${i},"h":40}`),
    );
    expect(several.names).toEqual(['Cellar.t', 'Cellar.h', 'Attic.t', 'Attic.h']);
  });

  it('JSON that always says the same name keeps the names of its values', () => {
    const { names, rows } = channelsOf(
      lines(20, (i) => `{"sensor":"temp","value":${i},"rssi":-60}`),
    );
    expect(names).toEqual(['value', 'rssi']);
    expect(rows).toHaveLength(20);
  });

  it('points of a line protocol are parted by their tags', () => {
    const { names, of } = channelsOf(
      lines(20, (i) => `room,at=${i % 2 ? 'east' : 'west'} t=${i} 17145648${10 + i}000000000`),
    );
    expect(names).toEqual(['room west t', 'room east t']);
    expect(of('room east t').every((value) => Number.isNaN(value) || value % 2 === 1)).toBe(true);
  });
});

describe('a header above the rows', () => {
  it.each([
    [
      ['time (ms),temp [C],hum (%)', '100,1.5,40', '200,2.5,40', '300,3.5,40'],
      ['temp', 'hum'],
    ],
    [
      ['"temp","hum"', '"1,5","40"', '"2,5","40"', '"3,5","40"'],
      ['temp', 'hum'],
    ],
    [
      ['| t | h |', '|---|---|', '| 1 | 4 |', '| 2 | 4 |', '| 3 | 4 |'],
      ['t', 'h'],
    ],
  ])('%j', (text, names) => {
    const read = channelsOf(text);
    expect(read.names).toEqual(names);
    expect(read.rows).toHaveLength(3);
  });
});
