/**
 * Rows of several series under each other as samples of several channels: those at one time become
 * one. Held until the end, because most programs write one series after the other; when so much is
 * held that memory has to have an end, what came until then is handed on.
 */

import type { ToldTime } from './fileClock.ts';
import { type CsvPlan, type KeptColumn, MOST_CHANNELS } from './importPlan.ts';

/** Bytes held at most. */
const MOST_BYTES = 64 * 2 ** 20;
const FIRST_ROWS = 1024;

export interface SeriesSink {
  /** The channels; told once, before the first sample. */
  channels(channels: readonly Pick<KeptColumn, 'name' | 'unit'>[]): void;
  /** One sample of all channels, NaN where it has none; `lines` says where its values stand. */
  sample(told: ToldTime, values: Float64Array, lines: Int32Array): void;
}

export interface SeriesRows {
  /** Takes a row of a series; false when there is no room for another series. */
  add(key: string, told: ToldTime, line: number, values: readonly number[]): boolean;
  /** Hands on what is held. */
  flush(): void;
}

export function createSeriesRows(plan: CsvPlan, sink: SeriesSink): SeriesRows {
  const width = plan.columns.length;
  const mostSeries = Math.floor(MOST_CHANNELS / width);
  const mostRows = Math.floor(MOST_BYTES / (20 + 8 * width));
  const series = new Map<string, number>();
  let capacity = FIRST_ROWS;
  let times = new Float64Array(capacity);
  let lines = new Int32Array(capacity);
  let keys = new Uint8Array(capacity);
  let flags = new Uint8Array(capacity);
  let held = new Float64Array(capacity * width);
  let count = 0;
  let told = false;

  function grow(): void {
    capacity = Math.min(mostRows, capacity * 2);
    times = grown(times, new Float64Array(capacity));
    lines = grown(lines, new Int32Array(capacity));
    keys = grown(keys, new Uint8Array(capacity));
    flags = grown(flags, new Uint8Array(capacity));
    held = grown(held, new Float64Array(capacity * width));
  }

  function tellChannels(): void {
    if (told) return;
    told = true;
    sink.channels(
      [...series.keys()].flatMap((key) =>
        plan.columns.map(({ name, unit }) => ({
          name: width === 1 ? key || name : `${key} ${name}`.trim(),
          unit,
        })),
      ),
    );
  }

  function flush(): void {
    if (count === 0) return;
    tellChannels();
    const order = Int32Array.from({ length: count }, (_, i) => i);
    order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
    const values = new Float64Array(series.size * width).fill(Number.NaN);
    const at = new Int32Array(values.length);
    let open = -1;
    const hand = () => {
      if (open < 0) return;
      const flag = flags[open] ?? 0;
      const ms = times[open] ?? 0;
      sink.sample({ ms, hasDay: (flag & 1) > 0, hasZone: (flag & 2) > 0 }, values, at);
      values.fill(Number.NaN);
      at.fill(0);
    };
    for (const row of order) {
      const first = (keys[row] ?? 0) * width;
      if (open < 0 || times[row] !== times[open] || at[first] !== 0) {
        hand();
        open = row;
      }
      for (let i = 0; i < width; i++) {
        values[first + i] = held[row * width + i] ?? Number.NaN;
        at[first + i] = lines[row] ?? 0;
      }
    }
    hand();
    count = 0;
  }

  return {
    add(key, { ms, hasDay, hasZone }, line, values) {
      let index = series.get(key);
      if (index === undefined) {
        if (told || series.size >= mostSeries) return false;
        index = series.size;
        series.set(key, index);
      }
      if (count === mostRows) flush();
      if (count === capacity) grow();
      times[count] = ms;
      lines[count] = line;
      keys[count] = index;
      flags[count] = Number(hasDay) | (Number(hasZone) << 1);
      held.set(values, count * width);
      count++;
      return true;
    },
    flush,
  };
}

function grown<T extends Float64Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
