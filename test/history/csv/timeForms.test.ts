/** Columns of times in ways that are not dates as most write them: counts of days and of seconds, digits, weeks. */
import { describe, expect, it } from 'vitest';
import { convert, guess, look } from './importFile.ts';

const ROWS = 24;
const NOON = '2026-11-27T12:00:00.000Z';
const NOON_MS = Date.parse(NOON);
const DAY_MS = 86_400_000;
const DAYS_UNTIL_NOON = NOON_MS / DAY_MS;
const two = (i: number) => String(i).padStart(2, '0');
const clock = (i: number) => `12:00:${two(i)}`;

/** Of rows of a time and a value, the step between the first two in ms, and the first in UTC. */
function timesOf(head: string, cell: (i: number) => string, separator = ',') {
  const lines = Array.from({ length: ROWS }, (_, i) => `${cell(i)}${separator}${i + 1}`);
  const bytes = new TextEncoder().encode(`${head}${lines.join('\n')}\n`);
  const { plan } = guess(bytes);
  const { samples, hello } = convert(bytes, plan);
  const [first, second] = samples;
  return {
    names: hello?.channels.map(({ name }) => name),
    count: samples.length,
    stepMs: Math.round(((second?.boardMs ?? 0) - (first?.boardMs ?? 0)) * 1000) / 1000,
    first: new Date(first?.toldMs ?? 0).toISOString(),
  };
}

const of = (stepMs: number, first = NOON) => ({ names: ['x'], count: ROWS, stepMs, first });

const days = (i: number, from: number, stepMs = 1000) =>
  DAYS_UNTIL_NOON + from + (i * stepMs) / DAY_MS;

describe('times that count from elsewhere', () => {
  it.each<[string, string, (i: number) => string]>([
    ['MATLAB, by name', 'datenum,x\n', (i) => days(i, 719_529).toFixed(8)],
    ['MATLAB, by size', 'time,x\n', (i) => days(i, 719_529).toFixed(10)],
    ['Julian days', 'JD,x\n', (i) => days(i, 2_440_587.5).toFixed(9)],
    ['a spreadsheet', 'Date,x\n', (i) => days(i, 25_569).toFixed(9)],
    ['LabVIEW', 'Time,x\n', (i) => (NOON_MS / 1000 + 2_082_844_800 + i).toFixed(3)],
    ['LabVIEW, said in seconds', 'Time (s),x\n', (i) => `${NOON_MS / 1000 + 2_082_844_800 + i}`],
    ['GPS', 'gps_time,x\n', (i) => `${NOON_MS / 1000 - 315_964_800 + 18 + i}`],
    ['GPS in ms', 'GPS time (ms),x\n', (i) => `${NOON_MS - 315_964_800_000 + 18_000 + i * 1000}`],
    ['1970 in s with decimals', 'time,x\n', (i) => (NOON_MS / 1000 + i).toFixed(3)],
    ['1970 in µs', 'time,x\n', (i) => `${NOON_MS + i * 1000}000`],
  ])('%s', (_title, head, cell) => {
    expect(timesOf(head, cell)).toEqual(of(1000));
  });

  it.each<[string, string, (i: number) => string, string]>([
    ['MATLAB', 'datenum,x\n', (i) => `${740_000 + i}`, '2026-01-18T00:00:00.000Z'],
    ['a spreadsheet', 'Date,x\n', (i) => `${46_000 + i}`, '2025-12-09T00:00:00.000Z'],
  ])('whole days of %s', (_title, head, cell, first) => {
    expect(timesOf(head, cell)).toEqual(of(DAY_MS, first));
  });

  it.each<[string, string, (i: number) => string]>([
    ['seconds of as many digits', 'time,x\n', (i) => (740_313.5 + i).toFixed(1)],
    ['ms of as many digits', 'timestamp,x\n', (i) => `${46_000 + i * 1000}`],
  ])('but not %s', (_title, head, cell) => {
    expect(timesOf(head, cell).stepMs).toBe(1000);
    expect(timesOf(head, cell).first).not.toMatch(/^202[4-9]/);
  });

  it('whole days are not guessed for what is no day by its name', () => {
    expect(timesOf('level,x\n', (i) => `${740_000 + i}`).names).toEqual(['level', 'x']);
  });

  it('what they count can be chosen', () => {
    const text = `z,x\n${Array.from({ length: 9 }, (_, i) => `${days(i, 719_529)},${i}`).join('\n')}\n`;
    const seen = look(new TextEncoder().encode(text), { timeColumn: 0, timeUnit: 'matlab' });
    expect(seen.ok && seen.plan).toMatchObject({ time: { column: 0, unit: 'matlab' } });
  });
});

describe('minutes, hours and days', () => {
  it.each<[string, string, (i: number) => string, number]>([
    ['minutes', 'Time (min),x\n', (i) => (i * 0.5).toFixed(1), 30_000],
    ['minutes by name', 'elapsed_minutes,x\n', (i) => `${i}`, 60_000],
    ['hours', 'Time [h],x\n', (i) => (i * 0.25).toFixed(2), 900_000],
    ['hours by name', 'Elapsed hours,x\n', (i) => `${i}`, 3_600_000],
    ['days', 'Time (days),x\n', (i) => `${i}`, DAY_MS],
    ['days, in letters', 'Time [d],x\n', (i) => (i / 2).toFixed(1), DAY_MS / 2],
  ])('%s', (_title, head, cell, stepMs) => {
    expect(timesOf(head, cell)).toMatchObject({ names: ['x'], stepMs });
  });
});

describe('weeks, days of the year, digits', () => {
  it.each<[string, string, (i: number) => string]>([
    ['a week and its day', 'time,x\n', (i) => `2026-W48-5T${clock(i)}Z`],
    ['without dashes', 'time,x\n', (i) => `2026W485 ${clock(i)}`],
    ['a day of the year', 'time,x\n', (i) => `2026-331T${clock(i)}Z`],
    ['a day of the year, a blank', 'time,x\n', (i) => `2026-331 ${clock(i)}`],
    ['fourteen digits', 'time,x\n', (i) => `202611271200${two(i)}`],
    ['two columns of digits', 'date,time,x\n', (i) => `20261127,1200${two(i)}`],
    ['digits and a time', 'Date,Time,x\n', (i) => `20261127,${clock(i)}`],
    ['without noughts', 'time,x\n', (i) => `2026/11/27 12:0:${i}`],
    ['Chinese', '时间,x\n', (i) => `2026年11月27日 ${clock(i)}`],
    ['Chinese, with the time in words', '时间,x\n', (i) => `2026年11月27日12时0分${i}秒`],
    [
      'a browser',
      'Time,x\n',
      (i) => `Fri Nov 27 2026 ${clock(i)} GMT+0000 (Coordinated Universal Time)`,
    ],
    ['French', 'Heure,x\n', (i) => `27/11/2026 12h00m${two(i)}s`],
    ['German', 'Zeit,x\n', (i) => `27.11.2026 ${clock(i)} Uhr`],
  ])('%s', (_title, head, cell) => {
    expect(timesOf(head, cell)).toEqual(of(1000));
  });

  it.each<[string, string, (i: number) => string, number, string]>([
    ['digits of days', 'date,x\n', (i) => `202611${two(i + 1)}`, DAY_MS, '2026-11-01'],
    ['days of the year', 'date,x\n', (i) => `2026-${300 + i}`, DAY_MS, '2026-10-27'],
    ['weeks', 'week,x\n', (i) => `2026-W${two(i + 20)}`, 7 * DAY_MS, '2026-05-11'],
    [
      'days of weeks',
      'd,x\n',
      (i) => `2026-W${two(40 + Math.floor(i / 7))}-${(i % 7) + 1}`,
      DAY_MS,
      '2026-09-28',
    ],
  ])('%s', (_title, head, cell, stepMs, day) => {
    expect(timesOf(head, cell)).toEqual(of(stepMs, `${day}T00:00:00.000Z`));
  });

  it.each<[string, (i: number) => string, string]>([
    ['.NET', (i) => `1.00:00:${two(i)}`, 'Elapsed,x\n'],
    ['Python', (i) => `1 day, 0:00:${two(i)}`, 'Uptime;x\n'],
    ['pandas', (i) => `0 days 00:00:${two(i)}`, 'time;x\n'],
  ])('days since a start, as %s writes them', (_title, cell, head) => {
    const separator = head.includes(';') ? ';' : ',';
    expect(timesOf(head, cell, separator)).toMatchObject({ names: ['x'], stepMs: 1000 });
  });

  it('digits that no calendar has are numbers', () => {
    expect(timesOf('date,x\n', (i) => `2026${50 + i}01`).stepMs).not.toBe(DAY_MS);
    expect(timesOf('count,x\n', (i) => `202611${two(i + 1)}`).names).toEqual(['count', 'x']);
  });
});
