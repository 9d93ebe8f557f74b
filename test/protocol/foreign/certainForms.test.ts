/** Lines that have numbers in them which are not what they look like: decimal commas, days, sentences, frames. */
import { describe, expect, it } from 'vitest';
import { channelsOf, lines, said } from './readLines.ts';

const reads = (title: string, cases: readonly (readonly [string, string])[]) =>
  describe(title, () => {
    it.each(cases)('%j: %s', (line, expected) => {
      expect(said(line)).toBe(expected);
    });
  });

const NOON = Date.parse('2026-11-27T12:00:05Z');

reads('decimal commas between commas', [
  ['1,5, 2,5', 'numbers value 1=1.5 value 2=2.5'],
  ['1,50, -2,25, +3,10', 'numbers value 1=1.5 value 2=-2.25 value 3=3.1'],
  ['21,5 °C, 40,1 %', 'numbers value 1=21.5[°C] value 2=40.1[%]'],
  ['21,5°C', 'numbers value=21.5[°C]'],
  // Without a blank behind each, or with a whole number among them, they part cells.
  ['1,5,2,5', 'numbers value 1=1 value 2=5 value 3=2 value 4=5'],
  ['1, 2, 5', 'numbers value 1=1 value 2=2 value 3=5'],
  ['1,2, 3', 'numbers value 1=1 value 2=2 value 3=3'],
]);

reads('days and times in front', [
  ['27.11.2026 12:00:05,123;20,5', `numbers value=20.5 @local ${NOON + 123}`],
  ['27.11.26 12:00:05;20,5', `numbers value=20.5 @local ${NOON}`],
  ['27.11.2026 12:00;20,5', `numbers value=20.5 @local ${NOON - 5000}`],
  ['27.11.2026;12:00:05;20,5', `numbers value=20.5 @local ${NOON}`],
  ['2026-11-27 12:00,0.5', `numbers value=0.5 @local ${NOON - 5000}`],
  ['2026-11-27,12:00:05,0.5', `numbers value=0.5 @local ${NOON}`],
  ['11/27/2026,12:00:05,0.5', 'numbers value=0.5 @day 43205000'],
  ['Nov 27, 2026 4:50 PM,0.5', `numbers value=0.5 @local ${Date.UTC(2026, 10, 27, 16, 50)}`],
  ['27 Nov 2026 12:00 T=1', `labels T=1 @local ${NOON - 5000}`],
  ['2026-W48-5T12:00:05,0.5', `numbers value=0.5 @local ${NOON}`],
  ['2026W485T12:00:05Z 0.5', `numbers value=0.5 @utc ${NOON}`],
  ['2026-331T12:00:05Z,0.5', `numbers value=0.5 @utc ${NOON}`],
  ['2026-331 12:00:05 T=1', `labels T=1 @local ${NOON}`],
  ['[INFO] [1795780805.5] [node]: x=1', `labels x=1 @utc ${NOON + 500}`],
  ['[1795780805] temp: 1', `labels temp=1 @utc ${NOON}`],
]);

reads('days among labels', [
  ['+CCLK: "26/11/27,16:50:00+04"', 'not read: label-words'],
  [
    'Location: 48.1,11.5  Date/Time: 11/27/2026 12:00:05.00',
    'labels Location.0=48.1 Location.1=11.5 @day 43205000',
  ],
]);

reads('sentences of receivers, frames of buses', [
  ['$PUBX,00,081300.00,4717.113210,N*5F', 'not read: nmea'],
  ['$PMTK001,314,3*36', 'not read: nmea'],
  ['$SDDPT,3.0,0.5', 'not read: nmea'],
  ['$GNGSA,A,3,80,71,,,1.8,1.09,1.47', 'not read: nmea'],
  ['GPGGA,123500,4807.038,N,01131.000,E,1,08,0.9', 'not read: nmea'],
  ['  can0  123   [8]  11 22 33 44 55 66 77 88', 'not read: hex'],
  ['(1764244800.123456) can0 123#11223344', 'not read: hex'],
  ['$IMU,1,2', 'labels IMU.0=1 IMU.1=2'],
]);

reads('points of monitoring', [
  ['temp_celsius{room="attic"} 21.5', 'labels temp_celsius attic=21.5'],
  [
    'hits_total{method="post",code="200"} 7 1795780805000',
    `labels hits_total post 200=7 @utc ${NOON}`,
  ],
  ['servers.pi.temp 21.5 1795780805', `labels servers.pi.temp=21.5 @utc ${NOON}`],
]);

reads('marks of other kinds', [
  ['温度：21.5℃，湿度：40%', 'labels 温度=21.5[℃] 湿度=40[%]'],
  ['@1,2,3#', 'numbers value 1=1 value 2=2 value 3=3'],
  ['Temp - 21.5 C', 'labels Temp=21.5[C]'],
  ["('temp:', 21.5)", 'labels temp=21.5'],
  ['>pos:1:2:1000|xy,clr', 'teleplot pos.x=1 pos.y=2 @uptime 1000'],
]);

describe('a time since 1970 in front of numbers', () => {
  it.each<[string, (i: number) => string, number]>([
    ['s', (i) => `${1_764_244_800 + i},${i}.5`, 1000],
    ['s with decimals', (i) => `${1_764_244_800 + i}.250 ${i}.5`, 1000],
    ['ms', (i) => `${1_764_244_800_123 + i * 100};${i}.5`, 100],
    ['µs', (i) => `${1_764_244_800_123_000 + i * 1000}\t${i}.5`, 1],
  ])('in %s is theirs', (_unit, line, stepMs) => {
    const { names, rows, finite } = channelsOf(lines(20, line));
    expect(names).toEqual(['value']);
    expect(finite('value')).toHaveLength(20);
    expect((rows[1]?.ownMs ?? 0) - (rows[0]?.ownMs ?? 0)).toBeCloseTo(stepMs, 3);
  });

  it.each<[string, (i: number) => string]>([
    ['microseconds since the start', (i) => `${1_500_000_000 + i * 10_000},${i}`],
    ['counts that go to and fro', (i) => `${1_600_000_000 + ((i * 77) % 13)},${i}`],
    ['counts that stand', (i) => `1600000000,${i}`],
  ])('but not %s', (_title, line) => {
    const { names, rows } = channelsOf(lines(20, line));
    expect(names).toEqual(['value 1', 'value 2']);
    expect(rows).toHaveLength(20);
  });
});
