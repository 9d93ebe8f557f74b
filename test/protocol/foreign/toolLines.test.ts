/**
 * Lines that tools, shells and logs write: shares of a whole, numbered rows, grouped digits, levels of a
 * log, packs of SenML, collectd's and Zephyr's own.
 */
import { describe, expect, it } from 'vitest';
import { readForeignLine } from '../../../src/protocol/foreignLine.ts';
import { channelsOf, lines, said } from './readLines.ts';

const reads = (title: string, cases: readonly (readonly [string, string])[]) =>
  describe(title, () => {
    it.each(cases)('%j: %s', (line, expected) => {
      expect(said(line)).toBe(expected);
    });
  });

const AT = '1714564805000';

reads('how many of how many', [
  ['score: 3/30', 'labels score=3'],
  ['Battery: 3/5 bars, Sats: 7 / 12', 'labels Battery=3[bars] Sats=7'],
  ['50/100', 'numbers value=50'],
  ['step 5/100, loss 0.25', 'labels step=5 loss=0.25'],
  ['Epoch 3/10 loss: 0.25 acc: 0.91', 'labels loss=0.25 acc=0.91'],
  ['mem 123456/327680', 'labels mem=123456'],
  // These are two values, or one said twice.
  ['BP: 120/80', 'labels BP.0=120 BP.1=80'],
  ['T/H: 21/40', 'labels T/H.0=21 T/H.1=40'],
  ['Weight: 12.345 kg / 27.22 lb', 'labels Weight=12.345[kg]'],
]);

reads('digits in groups, and of two', [
  ['1_000', 'numbers value=1000'],
  ['1_000,2_500.5', 'numbers value 1=1000 value 2=2500.5'],
  ['count=1_000_000 adc_100=3', 'labels count=1000000 adc_100=3'],
  ['0b1010', 'numbers value=10'],
  ['1_00', 'not read: words'],
]);

reads('levels and loggers', [
  ['[INFO] temp: 21.5', 'labels temp=21.5'],
  ['INFO temp=21.5 hum=40', 'labels temp=21.5 hum=40'],
  ['INFO root temp=21.5', 'labels temp=21.5'],
  ['2024-05-01 12:00:05,123 root INFO temp 21.5', 'labels temp=21.5 @local 1714564805123'],
  ['[info ] temp=21.5', 'labels temp=21.5'],
  ['<debug> temp=21.5', 'labels temp=21.5'],
  ['INFO [sensor] temp=21.5', 'labels temp=21.5'],
  ['INFO 21.5,22.5', 'numbers value 1=21.5 value 2=22.5'],
  ['I/sensor: temp=21.5', 'labels temp=21.5'],
  ['05-01 12:00:05.123  1234  1240 I sensor : temp=21.5', 'labels temp=21.5 @day 43205123'],
  ['ts=2024-05-01T12:00:05Z level=info temp=21.5', `labels temp=21.5 @utc ${AT}`],
  [
    '12:00:05.123 RSL: SENSOR = {"BME280":{"Temperature":21.5},"TempUnit":"C"}',
    'json BME280.Temperature=21.5 @day 43205123',
  ],
  ['[12:00:05:123] 21.5', 'numbers value=21.5 @day 43205123'],
  // A module with its number, and words that are labels.
  ['[INFO] main.cpp: 21.5', 'numbers value=21.5'],
  ['ERROR 12', 'labels ERROR=12'],
]);

reads('labels in cells of their own, and units between labels', [
  ['temp,21.5,hum,40', 'labels temp=21.5 hum=40'],
  ['temp;21,5;hum;40,1', 'labels temp=21.5 hum=40.1'],
  ['21.5,C,40,%', 'numbers value 1=21.5 value 3=40'],
  ['Temperatura: 21,5 ºC  Umidade: 40,1 %', 'labels Temperatura=21.5[°C] Umidade=40.1[%]'],
]);

reads('one label before several numbers, and numbers that are none', [
  ['Gyro [dps] 0.1, 0.2, 0.3', 'labels Gyro.0=0.1[dps] Gyro.1=0.2[dps] Gyro.2=0.3[dps]'],
  ['Rx: 21.5,40 RSSI:-67', 'labels Rx.0=21.5 Rx.1=40 RSSI=-67'],
  ['Rx: 21,5 RSSI: -67', 'labels Rx=21.5 RSSI=-67'],
  ['ROM = 28 FF 64 1E 82 16 C3 F1  Temp = 21.5', 'labels Temp=21.5'],
  [
    'v: 10 20 30 40 50 60 70 80',
    `labels ${[1, 2, 3, 4, 5, 6, 7, 8].map((v, i) => `v.${i}=${v * 10}`).join(' ')}`,
  ],
  ['Mittwoch 01.05.2024 12:00:05;21,5', `numbers value=21.5 @local ${AT}`],
  ['温度：21.5℃ 湿度：40％', 'labels 温度=21.5[℃] 湿度=40[%]'],
]);

reads('collectd and the shell of Zephyr', [
  [
    'PUTVAL "pi/cpu-0/cpu-user" interval=10.000 1714564805.000:21.5',
    `labels pi/cpu-0/cpu-user=21.5 @utc ${AT}`,
  ],
  [
    'PUTVAL pi/load/load interval=10 N:0.5:0.6:U',
    'labels pi/load/load.0=0.5 pi/load/load.1=0.6 pi/load/load.2=NaN',
  ],
  [
    'channel type=13(ambient_temp) index=0 shift=16 num_samples=1 value=1234500000ns (23.150000)',
    'labels ambient_temp=23.15 @uptime 1234.5',
  ],
  [
    'channel idx=13 ambient_temp shift=16 num_samples=1 value=1234500000ns (23.150000)',
    'labels ambient_temp=23.15 @uptime 1234.5',
  ],
]);

reads('packs of SenML', [
  [
    '[{"bn":"attic/","bt":1714564805,"n":"temp","u":"Cel","v":23.1},{"n":"hum","u":"%RH","v":40}]',
    `json attic/temp=23.1[°C] attic/hum=40[%RH] @utc ${AT}`,
  ],
  ['[{"bn":"urn:dev:ow:10e2073a:","n":"on","vb":true}]', 'json urn:dev:ow:10e2073a:on=1'],
  ['{"n":"temp","u":"Cel","v":23.1}', 'json temp=23.1[°C]'],
  ['{"v":3.3}', 'json v=3.3'],
]);

const furtherOf = (line: string) => {
  const reading = readForeignLine(line);
  return reading.form === null ? [] : reading.further;
};

describe('lists of objects with times', () => {
  it('records of SenML at several times are rows in the order of these', () => {
    const pack =
      '[{"bn":"m/","bt":1714564805,"n":"u","u":"V","v":120},{"n":"i","t":-5,"v":1},{"n":"i","t":-4,"v":2}]';
    expect(said(pack)).toBe('json m/i=1 @utc 1714564800000');
    expect(furtherOf(pack).map(({ time, values }) => [time?.ms, values[0]?.value])).toEqual([
      [1714564801000, 2],
      [1714564805000, 120],
    ]);
  });

  it('objects of the same names whose times go on are rows', () => {
    const [second] = furtherOf('[{"ts":1714564805,"a":1},{"ts":1714564806,"a":2}]');
    expect(second?.time?.ms).toBe(1714564806000);
    expect(second?.values).toEqual([{ name: 'a', value: 2, unit: '' }]);
    expect(said('[{"a":1},{"a":2}]')).toBe('json 0.a=1 1.a=2');
  });
});

describe('the number of a row before its numbers', () => {
  it.each([
    ['[17] 0.5', (i: number) => `[${i + 17}] ${i}.5`],
    ['#17 0.5', (i: number) => `#${i + 17} ${i}.5`],
    ['17) 0.5', (i: number) => `${i + 17}) ${i}.5`],
    ['[17]: 0.5', (i: number) => `[${i + 17}]: ${i}.5`],
  ])('%s is no value', (_title, line) => {
    const { names, of, notices } = channelsOf(lines(20, line));
    expect(names).toEqual(['value']);
    expect(of('value')).toEqual(lines(20, (i) => `${i}.5`).map(Number));
    expect(notices.counters).toEqual(['value']);
  });

  it('goes before several values', () => {
    const { names, rows } = channelsOf(lines(20, (i) => `[${i}] ${i}.5 3`));
    expect(names).toEqual(['value 1', 'value 2']);
    expect(rows[2]?.values).toEqual([2.5, 3]);
  });

  it('names sensors that come in turn', () => {
    const { names, finite } = channelsOf(lines(30, (i) => `[${i % 3}] ${i}`));
    expect(names).toEqual(['[0]', '[1]', '[2]']);
    expect(finite('[1]').slice(0, 3)).toEqual([1, 4, 7]);
  });
});
