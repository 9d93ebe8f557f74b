/**
 * The example recordings that come with the page, made up here from a seed: what each holds is known
 * to the sample, so that its question has an answer. Pure.
 */
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

export interface ExampleSignal {
  readonly fileName: string;
  readonly header: string;
  readonly periodMs: number;
  /** As they stand in the file, rounded. */
  readonly values: readonly number[];
  /** Decimals of the values. */
  readonly digits: number;
  /** What stands in the first column. */
  readonly timeOf: (row: number) => string;
}

/** Near the mean, where no value is odd by itself. */
const STUCK_ROW = 2494;
/** When each fault of the machine begins, s. */
export const MACHINE_FAULTS = { knock: 50, slip: 70, stuck: STUCK_ROW / 25 } as const;
const SECONDS_A_DAY = 86_400;

/** A shaft at 25 Hz: a knock, a mount that slips, a sensor that sticks. */
function machine(): ExampleSignal {
  const random = mulberry32(11);
  const hz = 25;
  let stuck = 0;
  const values = Array.from({ length: 125 * hz }, (_, row) => {
    const t = row / hz;
    const turning = 0.5 * Math.sin(2 * Math.PI * 1.7 * t) + 0.2 * Math.sin(2 * Math.PI * 3.4 * t);
    const noise = 0.1 * gaussian(random);
    const slipped = t >= MACHINE_FAULTS.slip ? 0.3 : 0;
    const knock = row === MACHINE_FAULTS.knock * hz ? 3.5 : 0;
    if (row <= STUCK_ROW) stuck = turning + noise + slipped;
    const value = row > STUCK_ROW && t < 106 ? stuck : turning + noise + slipped + knock;
    return rounded(value, 3);
  });
  return {
    fileName: 'machine.csv',
    header: 't [s],vibration [g]',
    periodMs: 1000 / hz,
    values,
    digits: 3,
    timeOf: (row) => (row / hz).toFixed(2),
  };
}

/** A room every ten minutes for four weeks: warm by day; in one night a heater was left on. */
function environment(): ExampleSignal {
  const random = mulberry32(12);
  const aDay = SECONDS_A_DAY / 600;
  let weather = 0;
  const values = Array.from({ length: 28 * aDay }, (_, row) => {
    weather = 0.995 * weather + 0.03 * gaussian(random);
    const day = Math.floor(row / aDay);
    const hour = (24 * (row % aDay)) / aDay;
    const course = -4 * Math.cos((2 * Math.PI * (hour - 4)) / 24);
    const heater = day === 20 && hour >= 2 && hour < 5 ? 3.5 : 0;
    return rounded(20 + course + weather + 0.15 * gaussian(random) + heater, 2);
  });
  return {
    fileName: 'environment.csv',
    header: 'time,temperature [degC]',
    periodMs: 600_000,
    values,
    digits: 2,
    timeOf: dated(600),
  };
}

/** Payments every ten minutes for two weeks: three runs of fraud, and two outages of the network. */
function payments(): ExampleSignal {
  const random = mulberry32(13);
  const aDay = SECONDS_A_DAY / 600;
  const frauds = [4.6, 8.3, 11.7].map((day) => Math.round(day * aDay));
  const outages = [6.4, 9.5].map((day) => Math.round(day * aDay));
  const within = (row: number, starts: readonly number[], rows: number): boolean =>
    starts.some((start) => row >= start && row < start + rows);
  const values = Array.from({ length: 14 * aDay }, (_, row) => {
    const usual = 60 + 4 * Math.sin((2 * Math.PI * row) / aDay);
    const count = Math.max(0, Math.round(usual + Math.sqrt(usual) * gaussian(random)));
    if (within(row, outages, 4)) return Math.round(count / 10);
    return within(row, frauds, 3) ? count + 70 : count;
  });
  return {
    fileName: 'payments.csv',
    header: 'time,payments',
    periodMs: 600_000,
    values,
    digits: 0,
    timeOf: dated(600),
  };
}

/** Connections a second for half an hour: ordinary bursts have a heavy tail; two scans of all ports. */
function network(): ExampleSignal {
  const random = mulberry32(26);
  const scans = [700, 1400];
  const values = Array.from({ length: 1800 }, (_, row) => {
    const ordinary = 12 * Math.exp(0.7 * gaussian(random));
    const scan = scans.some((start) => row >= start && row < start + 3) ? 260 : 0;
    return Math.round(ordinary + scan);
  });
  return {
    fileName: 'network.csv',
    header: 't [s],connections',
    periodMs: 1000,
    values,
    digits: 0,
    timeOf: String,
  };
}

export const EXAMPLE_SIGNALS = {
  machine: machine(),
  environment: environment(),
  payments: payments(),
  network: network(),
} as const;

export function csvOf({ header, values, digits, timeOf }: ExampleSignal): string {
  const rows = values.map((value, row) => `${timeOf(row)},${value.toFixed(digits)}\n`);
  return `${header}\n${rows.join('')}`;
}

/** From 12 January 2026 on, in nobody's zone: then no clock anywhere is put forward or back. */
function dated(everySeconds: number): (row: number) => string {
  const startMs = Date.UTC(2026, 0, 12);
  return (row) =>
    `${new Date(startMs + row * everySeconds * 1000).toISOString().slice(0, 16).replace('T', ' ')}`;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
