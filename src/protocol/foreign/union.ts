/** The union of the names in a link's rows: which of them are channels, and each row in their order. */
import type { ForeignTime, ForeignValue } from './reading.ts';
import type { ForeignRow, ForeignRows } from './rows.ts';

const ROWS_TO_BELIEVE = 3;
/** Lines between two rows with the same name that are no rows of the channels. */
const OTHER_LINES_BETWEEN_ROWS = 8;
/** Lines of any kind between them: a slow channel beside fast ones, but no chance repetition. */
const LINES_BETWEEN_ROWS = 128;
/** Channels that are kept; a page draws fewer (firmware/README.md). */
const MOST_CHANNELS = 256;
/** Names that may still become channels, or be refused; the ones not seen for longest are forgotten. */
const MOST_CANDIDATES = 8192;
const MOST_REFUSED = 8192;
const MOST_REFUSED_NAMED = 20;
/** Values of rows that wait for a name to be believed. */
const MOST_WAITING_VALUES = 16_384;

export interface Union {
  has(name: string): boolean;
  take(values: readonly ForeignValue[], timeMs: number, own: ForeignTime | null): ForeignRows;
  /** A line that is no row. */
  skip(): void;
  names(): {
    readonly refused: { readonly count: number; readonly names: readonly string[] };
    readonly unnamedLines: number;
  };
}

/** A name that is no channel yet, in lines counted from the first. */
interface Candidate {
  readonly rows: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** As counted at the last line. */
  readonly otherLines: number;
}

interface WaitingRow {
  readonly values: readonly ForeignValue[];
  readonly timeMs: number;
  readonly own: ForeignTime | null;
  readonly line: number;
}

const NO_ROWS: ForeignRows = { channels: null, units: [], rows: [] };

/** Of one link or one log. */
export function createUnion(): Union {
  const places = new Map<string, number>();
  let channels: readonly string[] = [];
  let units: readonly string[] = [];
  /** In the order in which they were last seen. */
  const candidates = new Map<string, Candidate>();
  const refused = new Set<string>();
  let line = 0;
  /** Those of them that were no rows of the channels. */
  let otherLines = 0;
  let unnamedLines = 0;
  let waiting: WaitingRow[] = [];
  let waitingValues = 0;
  /** Names of the last row and their places, as nearly every row has those of the one before. */
  let lastNames: readonly ForeignValue[] = [];
  let lastPlaces: readonly number[] = [];
  let lastIsWhole = false;

  function placesOf(values: readonly ForeignValue[]): readonly number[] {
    if (!sameNames(values, lastNames)) {
      lastPlaces = values.map(({ name }) => places.get(name) ?? -1);
      lastNames = values;
      lastIsWhole =
        values.length === channels.length && lastPlaces.every((place, i) => place === i);
    }
    return lastPlaces;
  }

  function inOrder(values: readonly ForeignValue[], at: readonly number[]): number[] {
    if (lastIsWhole && at === lastPlaces) return values.map(({ value }) => value);
    const row = new Array<number>(channels.length).fill(Number.NaN);
    values.forEach(({ value }, i) => {
      const place = at[i] ?? -1;
      if (place >= 0) row[place] = value;
    });
    return row;
  }

  /** Notes that a name which is no channel was seen; true when it is to be one. */
  function isBelieved(name: string): boolean {
    const before = candidates.get(name);
    const isNear =
      before !== undefined &&
      otherLines - before.otherLines - 1 <= OTHER_LINES_BETWEEN_ROWS &&
      line - before.lastLine - 1 <= LINES_BETWEEN_ROWS;
    const rows = isNear ? before.rows + 1 : 1;
    candidates.delete(name);
    if (rows >= ROWS_TO_BELIEVE && channels.length >= MOST_CHANNELS) {
      if (refused.size < MOST_REFUSED) refused.add(name);
      return false;
    }
    candidates.set(name, {
      rows,
      firstLine: isNear ? before.firstLine : line,
      lastLine: line,
      otherLines,
    });
    if (candidates.size > MOST_CANDIDATES) {
      const [oldest] = candidates.keys();
      if (oldest !== undefined) candidates.delete(oldest);
    }
    return rows >= ROWS_TO_BELIEVE;
  }

  function believe(values: readonly ForeignValue[], at: readonly number[]): boolean {
    const names = [...channels];
    const theirUnits = [...units];
    values.forEach(({ name, unit }, i) => {
      if ((at[i] ?? -1) >= 0 || refused.has(name) || !isBelieved(name)) return;
      if (names.length >= MOST_CHANNELS) {
        refused.add(name);
        return;
      }
      places.set(name, names.length);
      names.push(name);
      theirUnits.push(unit);
    });
    if (names.length === channels.length) return false;
    channels = names;
    units = theirUnits;
    lastNames = [];
    return true;
  }

  function wait(row: WaitingRow): void {
    unnamedLines += 1;
    waiting.push(row);
    waitingValues += row.values.length;
    while (waitingValues > MOST_WAITING_VALUES) {
      waitingValues -= waiting.shift()?.values.length ?? waitingValues;
    }
  }

  /** The rows that waited for the names which are believed now. */
  function release(): ForeignRow[] {
    const rows = waiting.flatMap(({ values, timeMs, own, line: at }) => {
      const counts = values.some(({ name }) => {
        const candidate = candidates.get(name);
        return places.has(name) && candidate !== undefined && at >= candidate.firstLine;
      });
      return counts ? [{ timeMs, own, values: inOrder(values, placesOf(values)) }] : [];
    });
    unnamedLines -= rows.length;
    return rows;
  }

  return {
    has: (name) => places.has(name),
    take(values, timeMs, own) {
      line += 1;
      let at = placesOf(values);
      if (lastIsWhole) {
        if (waitingValues > 0) clearWaiting();
        return { channels: null, units, rows: [{ timeMs, own, values: inOrder(values, at) }] };
      }
      const hasUnknown = at.includes(-1);
      if (hasUnknown) otherLines += 1;
      const isMore = hasUnknown && believe(values, at);
      if (isMore) at = placesOf(values);
      if (!at.some((place) => place >= 0)) {
        wait({ values, timeMs, own, line });
        return NO_ROWS;
      }
      const before = isMore ? release() : [];
      if (isMore) for (const { name } of values) candidates.delete(name);
      clearWaiting();
      at = placesOf(values);
      const row = { timeMs, own, values: inOrder(values, at) };
      return { channels: isMore ? channels : null, units, rows: [...before, row] };
    },
    skip() {
      line += 1;
      otherLines += 1;
    },
    names: () => ({
      refused: { count: refused.size, names: [...refused].slice(0, MOST_REFUSED_NAMED) },
      unnamedLines,
    }),
  };

  /** What comes after a row that was handed on cannot come before it any more. */
  function clearWaiting(): void {
    waiting = [];
    waitingValues = 0;
  }
}

function sameNames(a: readonly ForeignValue[], b: readonly ForeignValue[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i]?.name !== b[i]?.name) return false;
  return true;
}
