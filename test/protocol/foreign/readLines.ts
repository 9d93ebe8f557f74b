/** Lines through the whole of the reader, as the live path and a log use it. */
import { createForeignChannels } from '../../../src/protocol/foreignChannels.ts';
import { readForeignLine } from '../../../src/protocol/foreignLine.ts';

/** A line in short: `name=value[unit]` of each value, then its time; or why it was not read. */
export function said(line: string): string {
  const reading = readForeignLine(line);
  if (reading.form === null) return `not read: ${reading.reason}`;
  const values = reading.values.map(
    ({ name, value, unit }) => `${name}=${value}${unit === '' ? '' : `[${unit}]`}`,
  );
  const time = reading.time ? ` @${reading.time.clock} ${reading.time.ms}` : '';
  return `${reading.form} ${values.join(' ')}${time}`;
}

/** The channels and rows that lines make, one line each `stepMs`. */
export function channelsOf(lines: readonly string[], stepMs = 10) {
  const channels = createForeignChannels();
  /** Each list of channels that was reported. */
  const made: (readonly string[])[] = [];
  let units: readonly string[] = [];
  const rows: {
    readonly timeMs: number;
    readonly ownMs: number | null;
    readonly values: number[];
  }[] = [];
  lines.forEach((line, i) => {
    const reading = readForeignLine(line);
    if (reading.form === null) {
      channels.skip();
      return;
    }
    const taken = channels.take(reading, i * stepMs);
    if (taken.channels) {
      made.push(taken.channels);
      units = taken.units;
    }
    for (const { timeMs, own, values } of taken.rows) {
      rows.push({ timeMs, ownMs: own?.ms ?? null, values: [...values] });
    }
  });
  const names = made.at(-1) ?? [];
  const of = (name: string) => rows.map(({ values }) => values[names.indexOf(name)] ?? Number.NaN);
  const finite = (name: string) => of(name).filter(Number.isFinite);
  return { made, names, units, rows, of, finite, notices: channels.names() };
}

/** Time that this process had a processor: others may have it, too. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const lines = (count: number, line: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i));
