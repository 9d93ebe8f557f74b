/**
 * Channels out of a foreign sketch's lines: the union of the names in them. A name becomes a channel
 * after three rows with little else between, so that neither boot noise nor random bytes make any;
 * it stays one for good, at its place. Lines of one value are gathered until a name comes again.
 */
import { createColumnHeader } from './foreign/columnHeader.ts';
import { type CellRow, createEpochCell } from './foreign/epochCell.ts';
import { createKeyWords } from './foreign/keyWords.ts';
import { createLabelCounter } from './foreign/labelCounter.ts';
import { createOnwardTime } from './foreign/onwardTime.ts';
import type { ForeignForm, ForeignLine, ForeignTime, ForeignValue } from './foreign/reading.ts';
import { createRowShape } from './foreign/rowShape.ts';
import type { ForeignRows } from './foreign/rows.ts';
import { createUnion } from './foreign/union.ts';

/** What a person must be told of the names. */
export interface ForeignNames {
  /** Labels that count the lines, without their numbers. */
  readonly counters: readonly string[];
  /** Names for which there is no room. */
  readonly refused: { readonly count: number; readonly names: readonly string[] };
  /** Lines with values whose names never came often enough to make a channel. */
  readonly unnamedLines: number;
}

/** Takes the lines of one link, in their order. */
export interface ForeignChannels {
  /** `timeMs`: when the line arrived. */
  take(line: ForeignLine, timeMs: number): ForeignRows;
  /** A line that is no row of numbers. */
  skip(): void;
  names(): ForeignNames;
}

/** Values of one-value lines that may still grow to a row. */
interface Gathered {
  readonly values: Map<string, ForeignValue>;
  timeMs: number;
  own: ForeignTime | null;
}

/** A line, and when. */
interface Came {
  readonly line: ForeignLine;
  readonly timeMs: number;
}

const NOTHING: ForeignRows = { channels: null, units: [], rows: [] };
/** Lines of one row may be stamped by whole seconds. */
const LONGEST_ROW_MS = 1000;
/** More names than this are not printed in turn. */
const MOST_GATHERED = 4096;

/** Nothing is believed yet. */
export function createForeignChannels(): ForeignChannels {
  const union = createUnion();
  const header = createColumnHeader(union.has);
  const counter = createLabelCounter();
  const keyWords = createKeyWords();
  const onward = createOnwardTime();
  const epoch = createEpochCell<Came>();
  const shape = createRowShape();
  let gathered: Gathered = { values: new Map(), timeMs: 0, own: null };

  function takeGathered(): ForeignRows {
    if (gathered.values.size === 0) return NOTHING;
    const { values, timeMs, own } = gathered;
    gathered = { values: new Map(), timeMs: 0, own: null };
    const row = [...values.values()];
    shape.remember(row);
    return union.take(row, timeMs, own);
  }

  function gather(value: ForeignValue, timeMs: number, own: ForeignTime | null, isAlone: boolean) {
    const { values } = gathered;
    const isNext = values.has(value.name) || values.size >= MOST_GATHERED;
    const isOfOwn = isAlone && own?.ms !== gathered.own?.ms;
    const before = isNext || isOfOwn || isLater(own, gathered.own) ? takeGathered() : NOTHING;
    gathered.values.set(value.name, value);
    gathered.timeMs = timeMs;
    gathered.own = own;
    return shape.isWhole(gathered.values) && union.has(value.name)
      ? join(before, takeGathered())
      : before;
  }

  function takeLine(line: ForeignLine, timeMs: number): ForeignRows {
    const named = line.form === 'numbers' ? header.name(line) : line;
    const { values, time } = named;
    const isBare = line.form === 'numbers' && named === line && line.cells === null;
    if (isBare && epoch.mayBe(values, time)) {
      return takeRows(epoch.take({ values, time, with: { line, timeMs } }));
    }
    if (!epoch.isWaiting()) return takeRow(values, time, line.form, timeMs);
    const before = takeRows(epoch.release());
    return join(before, takeRow(values, time, line.form, timeMs));
  }

  function takeRows(rows: readonly CellRow<Came>[]): ForeignRows {
    let taken = NOTHING;
    for (const { values, time, with: came } of rows) {
      taken = join(taken, takeRow(values, time, came.line.form, came.timeMs));
    }
    return taken;
  }

  function takeRow(
    values: readonly ForeignValue[],
    time: ForeignTime | null,
    form: ForeignForm,
    timeMs: number,
  ): ForeignRows {
    const own = time && onward(time);
    const [only] = values;
    if (only && values.length === 1 && (form === 'teleplot' || form === 'labels')) {
      // A point that has its own time is of no other point's row.
      return gather(only, timeMs, own, form === 'teleplot');
    }
    const before = takeGathered();
    const row = union.take(values, timeMs, own);
    return before === NOTHING ? row : join(before, row);
  }

  return {
    take(line, timeMs) {
      if (line.form === 'header') {
        header.take(line);
        union.skip();
        return NOTHING;
      }
      let taken = NOTHING;
      const lines = counter.take(line, timeMs);
      for (const ready of lines.flatMap((each) => keyWords.take(each.line, each.timeMs))) {
        taken = join(taken, takeLine(ready.line, ready.timeMs));
        for (const further of ready.line.further) {
          taken = join(taken, takeLine(further, ready.timeMs));
        }
      }
      return taken;
    },
    skip() {
      header.skip();
      union.skip();
    },
    names: () => ({ counters: counter.counters(), ...union.names() }),
  };
}

/** Whether lines tell times too far apart for one row. */
const isLater = (own: ForeignTime | null, before: ForeignTime | null): boolean =>
  own !== null && before?.clock === own.clock && own.ms - before.ms > LONGEST_ROW_MS;

function join(first: ForeignRows, second: ForeignRows): ForeignRows {
  if (first === NOTHING) return second;
  if (second === NOTHING) return first;
  const newer = second.channels ? second : first;
  return { channels: newer.channels, units: newer.units, rows: [...first.rows, ...second.rows] };
}
