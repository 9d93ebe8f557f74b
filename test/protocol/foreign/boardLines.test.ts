/** Lines of libraries' examples and of home automation, which say more than a label and its number. */
import { describe, expect, it } from 'vitest';
import { channelsOf, lines, said } from './readLines.ts';

const reads = (title: string, cases: readonly (readonly [string, string])[]) =>
  describe(title, () => {
    it.each(cases)('%j: %s', (line, expected) => {
      expect(said(line)).toBe(expected);
      // Once more: what is remembered of a form changes nothing.
      expect(said(line)).toBe(expected);
    });
  });

const AT = '1714564805123';
const OPENHAB = '2024-05-01 12:00:05.123 [INFO ] [openhab.event.ItemStateChangedEvent] - ';

reads('what a value was and what it is', [
  [`${OPENHAB}Item 'Attic' changed from 20.5 to 21.0`, `labels Attic=21 @local ${AT}`],
  [
    `${OPENHAB}Item 'Attic' changed from 20.5 °C to 21.0 °C (source: x)`,
    `labels Attic=21[°C] @local ${AT}`,
  ],
  [
    '2024-05-01 12:00:05.123 [vent.ItemStateChangedEvent] - Attic changed from NULL to 21.0',
    `labels Attic=21 @local ${AT}`,
  ],
  [`${OPENHAB}Item 'Lamp' updated to OFF`, `labels Lamp=0 @local ${AT}`],
  ['Setpoint changed from 20 to 21', 'labels Setpoint=21'],
  ['Setpoint has changed to 21 %', 'labels Setpoint=21[%]'],
  ['temperature: 20.5 -> 21.0', 'labels temperature=21'],
  ['a=1 C → 2 C, b=5 => 4', 'labels a=2[C] b=4'],
  ['Count -> 15', 'labels Count=15'],
  [`${OPENHAB}Item 'Lamp' changed from RED to BLUE`, 'not read: label-words'],
]);

reads('one label before values of several units', [
  ['VBAT 3.71 V 64 %', 'labels VBAT=3.71[V] VBAT 2=64[%]'],
  ['Battery 3.71V 64%', 'labels Battery=3.71[V] Battery 2=64[%]'],
  ['Battery: 3.71V 64%', 'labels Battery=3.71[V] Battery 2=64[%]'],
  ['sht: 21.5 °C 40 %RH', 'labels sht=21.5[°C] sht 2=40[%RH]'],
  // A value said twice, and counts with what they are.
  ['Temp: 21.5 °C 70.7 °F', 'labels Temp=21.5[°C]'],
  ['Distance: 10 cm 3.9 in', 'labels Distance=10[cm]'],
  ['AIN0: 13456  0.252V', 'labels AIN0.0=13456 AIN0.1=0.252[V]'],
]);

reads('times in brackets since the start', [
  ['[ 1234 ms ] IR: 12  Full: 34', 'labels IR=12 Full=34 @uptime 1234'],
  ['[0.123456 0.000123] temp=21.5', 'labels temp=21.5 @uptime 123.456'],
  ['[1 00:00:05.123] temp: 21.5', 'labels temp=21.5 @uptime 86405123'],
  ['[0.123456 0.567812]', 'numbers value 1=0.123456 value 2=0.567812'],
  ['[1.5 s]', 'numbers value 1=1.5'],
  ['[0:00:00.008]:23.6 Cel', 'numbers value=23.6[Cel] @day 8'],
]);

reads('bytes in hex among labels, and frames', [
  ['Data = 1 5C 1 4B 46 7F FF 4 10 8C  CRC=8C', 'not read: label-words'],
  ['Address: 28FF641E821603F1 Temp C: 21.50', 'labels Temp C=21.5'],
  ['Card UID: 04 A1 B2 C3', 'not read: label-words'],
  ['Card UID: 04 12 33 44 weight: 3', 'labels weight=3'],
  ['mac 24:6F:28:AA:BB:CC rssi: -60', 'labels rssi=-60'],
  ['<01><03><02><00><15><78><4B>', 'not read: hex'],
  ['[01][03][02][00][15]', 'not read: hex'],
  ['[10][20][30]', 'numbers value 1=10 value 2=20 value 3=30'],
  ['x: 1234567890123e12', 'labels x=1.234567890123e+24'],
  ['$$12,34,56', 'numbers value 1=12 value 2=34 value 3=56'],
  ['ACCELERO  X: 0.11\tY: 0.22', 'labels ACCELERO X=0.11 ACCELERO Y=0.22'],
  ['64 bytes from 192.168.1.1: icmp_seq=1 ttl=64', 'labels icmp_seq=1 ttl=64'],
]);

describe('lines in turn', () => {
  it('between blanks are named by the word in front', () => {
    const { names, finite } = channelsOf(
      lines(30, (i) => (i % 2 ? `gyro ${i}.5 2 3` : `accel ${i}.5 5 6`)),
    );
    expect(names).toEqual(['accel 1', 'accel 2', 'accel 3', 'gyro 1', 'gyro 2', 'gyro 3']);
    expect(finite('accel 1').slice(0, 2)).toEqual([0.5, 2.5]);
    expect(finite('gyro 2').every((value) => value === 2)).toBe(true);
  });

  it('under a heading with a number stay apart', () => {
    const of = (line: (i: number) => string) => channelsOf(lines(40, line));
    const two = of((i) => `Sensor ${(i % 2) + 1}: temp: ${i} hum: 40`);
    expect(two.names).toEqual(['Sensor 1 temp', 'Sensor 1 hum', 'Sensor 2 temp', 'Sensor 2 hum']);
    expect(two.finite('Sensor 2 temp').every((value) => value % 2 === 1)).toBe(true);
    expect(of((i) => `ADC(${i % 2}): raw value: ${i}`).names).toEqual([
      'ADC(0) value',
      'ADC(1) value',
    ]);
    const counted = of((i) => `Test ${i}: temp: ${i} hum: 40`);
    expect(counted.names).toEqual(['temp', 'hum']);
    expect(counted.rows).toHaveLength(40);
    expect(counted.notices.counters).toEqual(['Test']);
  });

  it('that tell times far apart are rows of their own', () => {
    const log = (stepS: number) =>
      channelsOf(
        lines(20, (i) => {
          const at = new Date(Date.UTC(2024, 4, 1, 12, 0, i * stepS)).toISOString();
          return `${at} ${i % 2 ? 'A' : 'B'} changed from 0 to ${i}`;
        }),
      );
    const inRows = (stepS: number) =>
      log(stepS).rows.map(({ values }) => values.filter(Number.isFinite).length);
    expect(new Set(inRows(5).slice(2))).toEqual(new Set([1]));
    expect(new Set(inRows(1))).toEqual(new Set([2]));
  });

  it('[17] 0.5: rows that are numbered from far above are believed soon', () => {
    expect(channelsOf(lines(5, (i) => `[${i + 17}] ${i}.5`)).names).toEqual(['value']);
    expect(channelsOf(lines(40, (i) => `[${(i + 3) % 8}] ${i}`)).names).toHaveLength(8);
  });
});
