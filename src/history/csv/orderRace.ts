/**
 * A table whose first rows do not tell whether day or month comes first: read both ways until a row
 * can be read in one only. What was read the other way is forgotten.
 */
import { createCsvConverter } from './csvToLines.ts';
import type { CsvPlan } from './importPlan.ts';
import type { LineConverter, ReadingNotes } from './lineConverter.ts';
import type { FileIdentity } from './sampleLines.ts';

/** Bytes of lines held at most; then days come first. */
const MOST_BYTES = 16 * 2 ** 20;

interface Runner {
  readonly converter: LineConverter;
  /** Rows with a time that cannot be. */
  faults(): number;
  heldBytes(): number;
  /** Hands on what is held, and from now on everything. */
  win(): void;
}

export function createOrderRace(
  plan: CsvPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
  notes: ReadingNotes,
): LineConverter {
  const start = (dayFirst: boolean) => createRunner({ ...plan, dayFirst }, identity, emit, notes);
  const [dayFirst, monthFirst] = [start(true), start(false)];
  let winner: Runner | null = null;

  function decide(isOver: boolean): Runner | null {
    const [asDay, asMonth] = [dayFirst.faults(), monthFirst.faults()];
    if (asDay === asMonth && dayFirst.heldBytes() < MOST_BYTES && !isOver) return null;
    const won = asDay <= asMonth ? dayFirst : monthFirst;
    won.win();
    return won;
  }

  const leading = () => winner ?? dayFirst;
  return {
    push(chunk) {
      if (winner === null) {
        dayFirst.converter.push(chunk);
        monthFirst.converter.push(chunk);
        winner = decide(false);
      } else winner.converter.push(chunk);
    },
    flush() {
      dayFirst.converter.flush();
      monthFirst.converter.flush();
    },
    end() {
      if (winner === null) {
        dayFirst.converter.end();
        monthFirst.converter.end();
        winner = decide(true);
      } else winner.converter.end();
    },
    counts: () => leading().converter.counts(),
    isEndless: () => leading().converter.isEndless(),
  };
}

function createRunner(
  plan: CsvPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
  notes: ReadingNotes,
): Runner {
  let held: Uint8Array[] | null = [];
  let heldBytes = 0;
  let heldNotes: (() => void)[] = [];
  let faults = 0;
  const later = (note: () => void) => {
    if (held) heldNotes.push(note);
    else note();
  };
  const converter = createCsvConverter(
    plan,
    identity,
    (lines) => {
      if (held) {
        held.push(lines);
        heldBytes += lines.length;
      } else emit(lines);
    },
    {
      sample(timeMs, isCalendar, line) {
        const its = typeof line === 'number' ? line : line.slice();
        later(() => notes.sample(timeMs, isCalendar, its));
      },
      leftOut(fault) {
        if (fault.reason.kind === 'time' || fault.reason.kind === 'backwards') faults++;
        later(() => notes.leftOut(fault));
      },
    },
  );
  return {
    converter,
    faults: () => faults,
    heldBytes: () => heldBytes,
    win() {
      for (const note of heldNotes) note();
      for (const lines of held ?? []) emit(lines);
      held = null;
      heldNotes = [];
    },
  };
}
