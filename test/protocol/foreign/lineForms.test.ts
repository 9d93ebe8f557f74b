/** Lines in the forms that boards, their examples and their tools print; inputs rewritten. */
import { describe, expect, it } from 'vitest';
import { said } from './readLines.ts';

const reads = (title: string, cases: readonly (readonly [string, string])[]) =>
  describe(title, () => {
    it.each(cases)('%j: %s', (line, expected) => {
      expect(said(line)).toBe(expected);
      // Once more: what is remembered of a form changes nothing.
      expect(said(line)).toBe(expected);
    });
  });

reads('units', [
  ['Distance: 22.35 cm', 'labels Distance=22.35[cm]'],
  ['Temp (°C): 22.35 Hum (%): 40.1', 'labels Temp=22.35[°C] Hum=40.1[%]'],
  ['T=22.35C H=40.1%', 'labels T=22.35[C] H=40.1[%]'],
  ['Humidity: 40.00 %\tTemperature: 23.00 *C', 'labels Humidity=40[%] Temperature=23[°C]'],
  [
    'Humidity: 40.0%  Temperature: 23.0°C 73.4°F  Heat index: 22.5°C 72.5°F',
    'labels Humidity=40[%] Temperature=23[°C] Heat index=22.5[°C]',
  ],
  ['X: 0.1  Y: 0.2  Z: 9.8  m/s^2', 'labels X=0.1[m/s^2] Y=0.2[m/s^2] Z=9.8[m/s^2]'],
  [
    'Rotation X: 0.1, Y: 0.2, Z: 0.3 rad/s',
    'labels Rotation X=0.1[rad/s] Rotation Y=0.2[rad/s] Rotation Z=0.3[rad/s]',
  ],
  ['T: 22.4 C H: 40 % P: 1013 hPa', 'labels T=22.4[C] H=40[%] P=1013[hPa]'],
  ['23.5 V', 'numbers value=23.5[V]'],
  ['50%', 'numbers value=50[%]'],
  ['Speed[km/h]: 33', 'labels Speed=33[km/h]'],
  ['Battery: 3.7V (85%)', 'labels Battery=3.7[V]'],
  ['temp: 22.5\ufffdC', 'labels temp=22.5[°C]'],
  ['Temp: nan C', 'labels Temp=NaN[C]'],
]);

reads('names', [
  ['temp=22;hum=40', 'labels temp=22 hum=40'],
  ['a: 1 | b: 2', 'labels a=1 b=2'],
  ['Heat index: 22 Set point: 20', 'labels Heat index=22 Set point=20'],
  ['Approx. Altitude = 123.45 m', 'labels Approx. Altitude=123.45[m]'],
  ['温度:22.5,湿度:40', 'labels 温度=22.5 湿度=40'],
  ['Температура: 22.5 °C', 'labels Температура=22.5[°C]'],
  ['🌡️: 22.5', 'labels 🌡️=22.5'],
  ['PM2.5: 5 PM10: 7', 'labels PM2.5=5 PM10=7'],
  ['ADC[0]=12 ADC[1]=13', 'labels ADC[0]=12 ADC[1]=13'],
  ['temp 22.5 hum 40', 'labels temp=22.5 hum=40'],
  ['Temperature 22.5, Humidity 40', 'labels Temperature=22.5 Humidity=40'],
  ['DHT22: T: 22 H: 40', 'labels DHT22 T=22 DHT22 H=40'],
  ['temp => 22', 'labels temp=22'],
  ['Pump: ON, Level: 33', 'labels Level=33'],
  ['acc: 0.1, 0.2, 9.8', 'labels acc.0=0.1 acc.1=0.2 acc.2=9.8'],
  ['a:1,100,b:2', 'labels a=1 b=2'],
  ['100 a:1 b:2', 'labels a=1 b=2'],
  ['Packet #3 rssi=-60 snr=9', 'labels rssi=-60 snr=9'],
  ['Sample 17: temp=3 hum=4', 'labels temp=3 hum=4'],
  ['T: 1 T: 2', 'labels T=1 T 2=2'],
  ['safe\u202eeman: 3', 'labels safeeman=3'],
]);

reads('numbers and what parts them', [
  ['22,35;40,1', 'numbers value 1=22.35 value 2=40.1'],
  ['22,35\t40,1', 'numbers value 1=22.35 value 2=40.1'],
  ['22,35|40,1', 'numbers value 1=22.35 value 2=40.1'],
  ['1.234,5;2,5', 'numbers value 1=1234.5 value 2=2.5'],
  ['T: 22,35 H: 40,1', 'labels T=22.35 H=40.1'],
  ['Temp: 22,35 °C', 'labels Temp=22.35[°C]'],
  ['1,234.5', 'numbers value 1=1 value 2=234.5'],
  ['a: 1,234.5', 'labels a=1234.5'],
  ['1 | 2 | 3', 'numbers value 1=1 value 2=2 value 3=3'],
  ['1;2;3;', 'numbers value 1=1 value 2=2 value 3=3'],
  ['1,,3', 'numbers value 1=1 value 2=NaN value 3=3'],
  [
    '1;-;null;N/A;ovf;3',
    'numbers value 1=1 value 2=NaN value 3=NaN value 4=NaN value 5=NaN value 6=3',
  ],
  ['0x1F,0x2A', 'numbers value 1=31 value 2=42'],
  ['1e-3,+5,.5,5.', 'numbers value 1=0.001 value 2=5 value 3=0.5 value 4=5'],
  ['\u22123.5', 'numbers value=-3.5'],
  ['true,false', 'numbers value 1=1 value 2=0'],
  ['OK,1,2', 'numbers value 2=1 value 3=2'],
  ['1,2,x', 'numbers value 1=1 value 2=2'],
]);

reads('brackets and structures', [
  ['[1. 2. 3.]', 'numbers value 1=1 value 2=2 value 3=3'],
  ['[ 0.1 -0.2  9.8 ]', 'numbers value 1=0.1 value 2=-0.2 value 3=9.8'],
  ['(23.5,)', 'numbers value=23.5'],
  ['[1,2]', 'numbers value 1=1 value 2=2'],
  ['array([1., 2.])', 'numbers value 1=1 value 2=2'],
  ["('temp', 22.5)", 'labels temp=22.5'],
  ['IMU(ax=0.1, ay=0.2)', 'labels ax=0.1 ay=0.2'],
  ['Pos (1, 2, 3)', 'labels Pos.0=1 Pos.1=2 Pos.2=3'],
  ["{'temp': 22.5, 'hum': None}", 'json temp=22.5 hum=NaN'],
  ['{"a":{"b":1,"c":[1,2]},"s":"3.5","w":"x","ok":true}', 'json a.b=1 a.c.0=1 a.c.1=2 s=3.5 ok=1'],
  ['{"time":"2024-05-01T12:00:00Z","t":3}', 'json t=3 @utc 1714564800000'],
  ['dht {"t":1}', 'json dht.t=1'],
  ['<1,2,3>', 'numbers value 1=1 value 2=2 value 3=3'],
  ['/*temp:1,hum:2*/', 'labels temp=1 hum=2'],
  ['$1,2,3;', 'numbers value 1=1 value 2=2 value 3=3'],
  ['$IMU,1.0,2.5,3', 'labels IMU.0=1 IMU.1=2.5 IMU.2=3'],
]);

reads('Teleplot', [
  ['>t:22.5§°C', 'teleplot t=22.5[°C]'],
  ['>t:1627551892437:3.5|°C', 'teleplot t=3.5[°C] @utc 1627551892437'],
  ['>t:120:3.5|g', 'teleplot t=3.5 @uptime 120'],
  ['>xy:1:2|xy', 'teleplot xy.x=1 xy.y=2'],
  ['>state:On|t', 'not read: teleplot'],
]);

reads('times and prefixes', [
  ['12:30:01 23.5', 'numbers value=23.5 @day 45001000'],
  ['12:30,23.5', 'numbers value=23.5 @day 45000000'],
  ['12:00:05 PM 23.5', 'numbers value=23.5 @day 43205000'],
  ['12:00:05,23.5', 'numbers value=23.5 @day 43205000'],
  ['12:00:05,123 22.5', 'numbers value=22.5 @day 43205123'],
  ['2024-05-01T12:00:05.123Z,22.5', 'numbers value=22.5 @utc 1714564805123'],
  ['2024-05-01T12:00:05+02:00 22.5', 'numbers value=22.5 @utc 1714557605000'],
  ['01.05.2024 12:00:05;22,5;40,1', 'numbers value 1=22.5 value 2=40.1 @local 1714564805000'],
  ['Time: 12:00:05 Temp: 22', 'labels Temp=22 @day 43205000'],
  ['temp: 22, time: 12:00:05', 'labels temp=22 @day 43205000'],
  ['millis: 1234, temp: 22.5', 'labels temp=22.5 @uptime 1234'],
  ['millis: 1234', 'labels millis=1234'],
  ['I (1234) dht: temp=22 hum=40', 'labels temp=22 hum=40 @uptime 1234'],
  ['\x1b[0;33mW (70) adc: 512\x1b[0m', 'numbers value=512 @uptime 70'],
  [
    "[12:00:05][D][sensor:094]: 'Temp': Sending state 22.40 °C with 1 decimals of accuracy",
    'labels Temp=22.4[°C] @day 43205000',
  ],
  ["[12:00:05.5][S][sensor]: 'Temp' >> 22.4 °C", 'labels Temp=22.4[°C] @day 43205500'],
  ['[00:00:01.002,000] <inf> app: temp: 22', 'labels temp=22 @uptime 1002'],
  ['[2024-05-01 12:00:00] 23.5', 'numbers value=23.5 @local 1714564800000'],
  ['[  1234][I][main.cpp:12] setup(): temp=22', 'labels temp=22 @uptime 1234'],
  ['23:24:14.141 -> a:1', 'labels a=1 @day 84254141'],
  ['\x1b]0;🐍code.py | 9.2.1\x1b\\(1.0, 2.0)', 'numbers value 1=1 value 2=2'],
  ['12:00:05.123 -> I (7) dht: temp: 22', 'labels temp=22 @day 43205123'],
  ['\ufeff1,2', 'numbers value 1=1 value 2=2'],
  ['INFO:root:temp=3', 'labels temp=3'],
]);

reads('a sentence that ends in its number', [
  ['Sensor value is 234', 'labels Sensor value=234'],
  ['The light level is 512 lx', 'labels light level=512[lx]'],
  ['Light level 512', 'labels Light level=512'],
]);

reads('lines that are no rows', [
  ['', 'not read: empty'],
  ['\x01\x02\x03', 'not read: unreadable'],
  ['\ufffd\ufffd\ufffd1', 'not read: unreadable'],
  ['rst:0x1 (POWERON_RESET),boot:0x13', 'not read: boot'],
  ['ho 0 tail 12 room 4', 'not read: boot'],
  ['$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47', 'not read: nmea'],
  ['!AIVDM,1,1,,A,15M67FC000G?ufbE`FepT@3n00Sa,0*5C', 'not read: nmea'],
  ['DE AD BE EF 01 02', 'not read: hex'],
  ['Scanning...', 'not read: words'],
  ['Sensor is ready', 'not read: words'],
  ['-----', 'not read: words'],
  ['==========', 'not read: words'],
  ['3.3.3', 'not read: words'],
  ['I2C device found at address 0x3C  !', 'not read: prose'],
  ['Scan failed 3', 'not read: prose'],
  ['MAC: 24:6F:28:12:34:56', 'not read: label-words'],
  ['WiFi connected, IP address: 192.168.1.20', 'not read: label-words'],
  ['{"a":', 'not read: json'],
  ['{"a":"on"}', 'not read: json-without-numbers'],
  ['12:00:05', 'not read: time-only'],
  [`a ${'x: y '.repeat(2000)}`, 'not read: long'],
]);
