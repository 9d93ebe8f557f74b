/**
 * Rows of channels out of a foreign sketch's lines. Some sketches print all values on a line, some
 * one value a line: those are gathered until a name comes again. Channels are believed only after
 * three rows with the same names and little else between them, so that neither boot noise nor random
 * bytes make any.
 */
import type { ForeignForm, ForeignValue } from './foreignLine.ts';

const ROWS_TO_BELIEVE = 3;
/** Lines without numbers between two of these rows: sketches talk, too. */
const TALK_BETWEEN_ROWS = 8;

/** One sample of every channel. */
export interface ForeignRow {
  /** When the row's last value arrived, ms. */
  readonly timeMs: number;
  /** In the order of the channels. */
  readonly values: readonly number[];
}

/** What a line brought. */
export interface ForeignRows {
  /** The channels' names when they were found or have changed with this line; else null. */
  readonly channels: readonly string[] | null;
  readonly rows: readonly ForeignRow[];
}

/** A line as `readForeignLine` reads it. */
export interface ForeignLine {
  readonly form: ForeignForm;
  readonly values: readonly ForeignValue[];
}

/** Takes the lines of one link, in their order. */
export interface ForeignChannels {
  /** `timeMs`: when the line arrived. */
  take(line: ForeignLine, timeMs: number): ForeignRows;
  /** A line that is no row of numbers. */
  skip(): void;
}

interface NamedRow extends ForeignRow {
  readonly names: readonly string[];
}

const NOTHING: ForeignRows = { channels: null, rows: [] };

/** Nothing is believed yet. */
export function createForeignChannels(): ForeignChannels {
  let believed: readonly string[] = [];
  /** Complete rows with the same names, not yet believed. */
  let candidates: readonly NamedRow[] = [];
  /** Values of one-value lines that may still grow to a row. */
  let gathered = new Map<string, number>();
  let gatheredAtMs = 0;
  /** Lines without numbers since the newest row. */
  let talk = 0;

  function takeRow(row: NamedRow): ForeignRows {
    if (sameNames(row.names, believed)) {
      candidates = [];
      return { channels: null, rows: [row] };
    }
    const near = talk <= TALK_BETWEEN_ROWS;
    talk = 0;
    const alike = near && candidates[0] && sameNames(candidates[0].names, row.names);
    candidates = alike ? [...candidates, row] : [row];
    if (candidates.length < ROWS_TO_BELIEVE) return NOTHING;
    believed = row.names;
    const rows = candidates;
    candidates = [];
    return { channels: believed, rows };
  }

  function takeGathered(): ForeignRows {
    if (gathered.size === 0) return NOTHING;
    const known = gathered.size === believed.length && believed.every((name) => gathered.has(name));
    const names = known ? believed : [...gathered.keys()];
    const values = names.map((name) => gathered.get(name) ?? Number.NaN);
    gathered = new Map();
    return takeRow({ names, values, timeMs: gatheredAtMs });
  }

  function gather({ name, value }: ForeignValue, timeMs: number): ForeignRows {
    const before = gathered.has(name) ? takeGathered() : NOTHING;
    gathered.set(name, value);
    gatheredAtMs = timeMs;
    const complete =
      believed.length > 0 &&
      gathered.size === believed.length &&
      believed.every((each) => gathered.has(each));
    return complete ? join(before, takeGathered()) : before;
  }

  return {
    take({ form, values }, timeMs) {
      const [only] = values;
      const oneOfSeveral = form === 'teleplot' || (form === 'labels' && values.length === 1);
      if (oneOfSeveral && only) return gather(only, timeMs);
      const before = takeGathered();
      const row = {
        names: values.map(({ name }) => name),
        values: values.map(({ value }) => value),
        timeMs,
      };
      return join(before, takeRow(row));
    },
    skip() {
      talk += 1;
    },
  };
}

function join(first: ForeignRows, second: ForeignRows): ForeignRows {
  return {
    channels: second.channels ?? first.channels,
    rows: [...first.rows, ...second.rows],
  };
}

const sameNames = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i]);
