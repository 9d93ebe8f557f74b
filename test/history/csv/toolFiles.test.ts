/**
 * Small files of our own in the forms that tools write. The page's importer and the command line
 * read each, and both as it stands here.
 */
import { describe, expect, it } from 'vitest';
import { planInput } from '../../../src/headless/inputPlan.ts';
import { readArguments } from '../../../src/headless/options.ts';
import { createSampleReader } from '../../../src/headless/sampleReader.ts';
import { fileBytes, importGuessed } from './importFile.ts';

interface Expected {
  readonly file: string;
  readonly names: readonly string[];
  /** Of the first row, UTC; null where the file has no calendar. */
  readonly first: string | null;
  /** Of each sample, since the first, ms. */
  readonly ms: readonly number[];
  readonly values: readonly (number | null)[];
  readonly leftOut?: number;
}

const every = (stepMs: number, count = 6) => Array.from({ length: count }, (_, i) => i * stepMs);

const EXPECTED: readonly Expected[] = [
  {
    file: 'nab-machine.csv',
    names: ['value'],
    first: '2013-12-02T21:15:00Z',
    ms: every(300_000),
    values: [73.9],
  },
  {
    file: 'skab.csv',
    names: ['Accelerometer1RMS', 'Current', 'Thermocouple', 'anomaly', 'changepoint'],
    first: '2020-03-09T10:14:33Z',
    ms: every(1000),
    values: [0.0268, 1.3302, 24, 0, 0],
  },
  {
    file: 'edge-impulse.csv',
    names: ['accX', 'accY', 'accZ'],
    first: null,
    ms: every(16),
    values: [-0.5, 0, 9.8],
  },
  {
    file: 'phyphox.csv',
    names: ['Acceleration x', 'Acceleration y'],
    first: null,
    ms: every(4.984),
    values: [0.1, -0.2],
  },
  { file: 'phyphox-comma.csv', names: ['Pressure'], first: null, ms: every(500), values: [1013.2] },
  {
    file: 'saleae.csv',
    names: ['Channel 0', 'Channel 1'],
    first: null,
    ms: every(0.001),
    values: [0, 0],
  },
  {
    file: 'sensor-logger.csv',
    names: ['z', 'y', 'x'],
    first: '2023-10-28T13:52:24.401Z',
    ms: every(10),
    values: [0.1, 0.2, 0.3],
  },
  {
    file: 'home-assistant.csv',
    names: ['sensor.cellar', 'sensor.roof'],
    first: '2024-05-01T10:00:00Z',
    ms: every(60_000, 4),
    values: [12, 30],
  },
  {
    file: 'grafana.csv',
    names: ['A', 'B'],
    first: '2018-12-11T23:00:00Z',
    ms: every(1000, 4),
    values: [0.5, 100.5],
  },
  {
    file: 'serial-studio.csv',
    names: ['Temp', 'Hum'],
    first: '2024-10-11T10:00:00.250Z',
    ms: every(1000),
    values: [20.5, 40],
  },
  {
    file: 'plotjuggler.csv',
    names: ['/imu/x', '/battery'],
    first: '2023-11-14T22:13:20Z',
    ms: every(100),
    values: [0, 12],
  },
  {
    file: 'hobo.csv',
    names: ['Temp'],
    first: '2024-05-13T15:57:00Z',
    ms: every(60_000),
    values: [21],
  },
  {
    file: 'influxdb.csv',
    names: ['temp', 'hum'],
    first: '2024-05-01T12:00:00Z',
    ms: every(1000, 4),
    values: [20.5, 40.5],
  },
  { file: 'rigol.csv', names: ['CH1'], first: null, ms: every(0.001), values: [0.12] },
  { file: 'tektronix.csv', names: ['column 6'], first: null, ms: every(0.002, 8), values: [0.02] },
  { file: 'picoscope.csv', names: ['Channel A'], first: null, ms: every(0.5), values: [100.25] },
  { file: 'numpy.csv', names: ['x', 'y'], first: null, ms: every(250), values: [1, 2] },
  {
    file: 'fixed-width.txt',
    names: ['Temp', 'Hum'],
    first: '2024-05-01T12:00:00Z',
    ms: every(1000),
    values: [20, 40],
  },
  {
    file: 'us-dates.csv',
    names: ['Level'],
    first: '2024-04-28T13:00:00Z',
    ms: every(86_400_000),
    values: [0.5],
  },
  {
    file: 'german-thousands.csv',
    names: ['Menge', 'Druck'],
    first: '2024-05-01T12:00:00Z',
    ms: every(1000),
    values: [1234.5, 1010.25],
  },
  {
    file: 'excel-days.csv',
    names: ['Value'],
    first: '2024-05-01T12:00:00Z',
    ms: every(1000),
    values: [0.5],
  },
  { file: 'over-midnight.csv', names: ['x'], first: null, ms: every(1000), values: [0] },
  {
    file: 'summer-ends.csv',
    names: ['x'],
    first: '2024-10-27T02:30:00Z',
    ms: every(600_000),
    values: [0],
  },
  {
    file: 'late-rows.csv',
    names: ['x'],
    first: '2024-05-01T12:00:00Z',
    ms: [0, 1000, 1000, 3000, 3000, 4000],
    values: [0],
  },
  { file: 'two-tables.csv', names: ['a'], first: null, ms: every(1000), values: [0], leftOut: 4 },
  { file: 'mac.csv', names: ['a'], first: null, ms: every(20), values: [0.5] },
  { file: 'utf-16.csv', names: ['value'], first: null, ms: every(1000, 2), values: [1] },
  {
    file: 'arduino-ide.log',
    names: ['temp', 'hum'],
    first: null,
    ms: every(1000),
    values: [20.5, 40],
  },
];

/** Nanoseconds since 1970 are kept to a quarter of a microsecond. */
const rounded = (ms: number) => Math.round(ms * 1000) / 1000;

describe.each(EXPECTED)('$file', ({ file, names, first, ms, values, leftOut = 0 }) => {
  const told = (value: number) => (Number.isFinite(value) ? value : null);

  it('is read by the page', () => {
    const { hello, samples, counts, text } = importGuessed(fileBytes(file));
    expect(hello?.channels.map(({ name }) => name)).toEqual(names);
    const zero = samples[0]?.boardMs ?? 0;
    expect(samples.map(({ boardMs }) => rounded(boardMs - zero))).toEqual(ms);
    expect(samples[0]?.values.map(told)).toEqual(values);
    expect(counts.leftOut).toBe(leftOut);
    expect(text).not.toMatch(/^s,0,/m);
    if (first === null) return;
    const startedMs = Number(/started=(\d+)/.exec(text)?.[1]);
    expect(startedMs).toBe(Date.parse(first));
  });

  it('is read by the command line alike', () => {
    const request = readArguments(['--zone', 'UTC']);
    if (request.kind !== 'run') throw new Error('no reading');
    const { reading } = request.options;
    // A zone that is asked for wins over one that the file tells.
    const its = file === 'hobo.csv' ? { ...reading, zoneMinutes: undefined } : reading;
    const bytes = fileBytes(file);
    const planned = planInput(bytes, false, its, 100);
    if (!planned.ok) throw new Error(planned.sentence);
    let channels: readonly string[] = [];
    const written: { readonly timeMs: number; readonly values: (number | null)[] }[] = [];
    const reader = createSampleReader(planned.plan, {
      channels(all) {
        channels = all;
      },
      sample: (sample) =>
        written.push({ timeMs: sample.timeMs, values: [...sample.values].map(told) }),
      restart() {
        throw new Error('no file here begins anew');
      },
      leftOut: () => undefined,
    });
    reader.push(bytes);
    reader.end();
    const zero = written[0]?.timeMs ?? 0;
    expect(channels).toEqual(names);
    expect(written.map(({ timeMs }) => rounded(timeMs - zero))).toEqual(ms);
    expect(written[0]?.values).toEqual(values);
    expect(Math.floor(zero)).toBe(first === null ? 0 : Date.parse(first));
    expect(reader.counts().leftOut).toBe(leftOut);
  });
});
