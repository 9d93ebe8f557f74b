/** Small tables in the forms of further loggers, oscilloscopes, simulators and brokers. */
import { describe, expect, it } from 'vitest';
import { convert, guess, look } from './importFile.ts';

const ROWS = 24;
const two = (i: number) => String(i).padStart(2, '0');
const rows = (line: (i: number) => string) =>
  Array.from({ length: ROWS }, (_, i) => `${line(i)}\n`).join('');
const coded = (text: string) => new TextEncoder().encode(text);

function read(text: string) {
  const bytes = coded(text);
  const { hello, samples, counts } = convert(bytes, guess(bytes).plan);
  const [first, second] = samples;
  return {
    channels: hello?.channels.map(({ name, unit }) => (unit === '' ? name : `${name} [${unit}]`)),
    values: second?.values,
    count: samples.length,
    stepMs: Math.round(((second?.boardMs ?? 0) - (first?.boardMs ?? 0)) * 1e6) / 1e6,
    leftOut: counts.leftOut,
  };
}

interface Form {
  readonly title: string;
  readonly text: string;
  readonly channels: readonly string[];
  readonly values: readonly number[];
  readonly stepMs: number;
}

const at = (i: number) => `2026-11-27 12:00:${two(i)}`;
const TOA5 = `"TOA5","CR1000","CR1000","1","Std.27","CPU:x.CR1","123","Table1"
"TIMESTAMP","RECORD","BattV_Avg","AirTC"
"TS","RN","Volts","Deg C"
"","","Avg","Smp"
`;

const FORMS: readonly Form[] = [
  {
    title: 'Campbell Scientific',
    text: `${TOA5}${rows((i) => `"${at(i)}",${100 + i},12.5,${i}.5`)}`,
    channels: ['BattV_Avg [Volts]', 'AirTC [Deg C]'],
    values: [12.5, 1.5],
    stepMs: 1000,
  },
  {
    title: 'Campbell Scientific with a value missing',
    text: `${TOA5}${rows((i) => `"${at(i)}",${100 + i},${i === 1 ? '"NAN"' : 12.5},${i}.5`)}`,
    channels: ['BattV_Avg [Volts]', 'AirTC [Deg C]'],
    values: [Number.NaN, 1.5],
    stepMs: 1000,
  },
  {
    title: 'Keysight',
    text: `x-axis,1,2\nsecond,Volt,Volt\n${rows((i) => `${(-5e-3 + i * 1e-5).toExponential(4)},${i}.5,2`)}`,
    channels: ['1 [Volt]', '2 [Volt]'],
    values: [1.5, 2],
    stepMs: 0.01,
  },
  {
    title: 'Rigol, its step in the heading',
    text: `CH1V,CH2V,t0 =-5.000000E-04, tInc = 1.000000E-06,\n${rows((i) => `${i}.5,2,,`)}`,
    channels: ['CH1V', 'CH2V'],
    values: [1.5, 2],
    stepMs: 0.001,
  },
  {
    title: 'LTspice',
    text: `time\tV(out)\tI(R1)\n${rows((i) => `${(i * 1e-5).toExponential(9)}\t${i}.5\t1e-003`)}`,
    channels: ['V(out)', 'I(R1)'],
    values: [1.5, 0.001],
    stepMs: 0.01,
  },
  {
    title: 'pandas with its index',
    text: `,time,x\n${rows((i) => `${i},${at(i)},${i}.5`)}`,
    channels: ['x'],
    values: [1.5],
    stepMs: 1000,
  },
  {
    title: 'R with its row names',
    text: `"","t","x"\n${rows((i) => `"${i + 1}",${i * 10},${i}.5`)}`,
    channels: ['x'],
    values: [1.5],
    stepMs: 10,
  },
  {
    title: 'a HOBO whose names begin with #',
    text: `#,Date-Time (GMT),Temperature   (°C),Host Connected\n${rows((i) => `${i + 1},11/27/2026 12:00:${two(i)},${i}.5,${i === 0 ? 'Logged' : ''}`)}`,
    channels: ['Temperature [°C]'],
    values: [1.5],
    stepMs: 1000,
  },
  {
    title: 'a line drawn under the names',
    text: `t     a     b\n----- ----- -----\n${rows((i) => `${String(i * 10).padEnd(5)} ${i}.5   2`)}`,
    channels: ['a', 'b'],
    values: [1.5, 2],
    stepMs: 10,
  },
  {
    title: 'thousands by a thin blank',
    text: `time;x\n${rows((i) => `${at(i)};1\u2009${200 + i},5`)}`,
    channels: ['x'],
    values: [1201.5],
    stepMs: 1000,
  },
  {
    title: 'a minus sign of typographers',
    text: `time,x\n${rows((i) => `${at(i)},−${i}.5`)}`,
    channels: ['x'],
    values: [-1.5],
    stepMs: 1000,
  },
  {
    title: 'a unit right behind its number',
    text: `time,x,y\n${rows((i) => `${at(i)},${i}.5V,2mA`)}`,
    channels: ['x', 'y'],
    values: [1.5, 2],
    stepMs: 1000,
  },
  {
    title: 'topics of a broker under each other',
    text: rows((i) => `home/temp ${i}.5\nhome/hum 40`),
    channels: ['home/temp', 'home/hum'],
    values: [1.5, 40],
    stepMs: 100,
  },
  {
    title: 'topics with a time',
    text: rows((i) => `2026-11-27T12:00:${two(i)}+0000 home/temp ${i}.5`),
    channels: ['home/temp'],
    values: [1.5],
    stepMs: 1000,
  },
];

describe('a table of', () => {
  it.each(FORMS)('$title', ({ text, channels, values, stepMs }) => {
    expect(read(text)).toEqual({ channels, values, count: ROWS, stepMs, leftOut: 0 });
  });

  it.each([
    rows((i) => `$GPGGA,1235${two(i)},4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47`),
    rows(
      (i) => `$GNVTG,054.7,T,034.4,M,005.${i},N,010.2,K*48\n$PUBX,00,0813${two(i)}.00,4717.11,N*5F`,
    ),
  ])('sentences of a receiver is none', (text) => {
    expect(look(coded(text))).toEqual({ ok: false, refusal: 'no-numbers' });
  });
});
