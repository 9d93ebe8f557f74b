/**
 * Labels that count the lines: `Sample 17: 0.5`, `Sample 18: 0.6`. Sensors that are printed in turn
 * have numbers, too, but these come again; so the lines wait until it is known which it is.
 */
import type { ForeignLine } from './reading.ts';

/** A line and when it came. */
export interface TimedLine {
  readonly line: ForeignLine;
  readonly timeMs: number;
}

/** Words that say what they are. */
const COUNTING =
  /(?:^|\b)(?:sample|reading|measure(?:ment)?|count(?:er)?|no|nr|seq(?:uence)?|packet|frame|message|msg|line|iteration|iter|loop|step|cycle|tick|record|#)$/i;
/** Whether a label says that its number counts the lines. */
export const isCountingWord = (stem: string): boolean => COUNTING.test(stem);

const LINES_TO_BELIEVE = 3;
/** Of other words so many labels, each higher than the last: more than are mostly printed in turn. */
const OTHER_LINES_TO_BELIEVE = 12;
/** Of `[17] 0.5`. */
const BARE_STEM = 'value';
/** Rows that are numbered without a word from above this on are no sensors in turn, when no number is left out. */
const MOST_IN_TURN = 12;
const MOST_WAITING = 64;
const MOST_STEMS = 64;
/** Labels that came again after so many, twice, were no counter. */
const LONGEST_CYCLE = 64;

type Stem =
  | {
      readonly kind: 'unknown';
      readonly seen: number;
      readonly last: number;
      /** Since the first, each has been one more than the one before. */
      readonly isUnbroken: boolean;
    }
  | { readonly kind: 'names' }
  | {
      readonly kind: 'counter';
      readonly last: number;
      readonly sinceFall: number;
      readonly lastCycle: number;
    };

export interface LabelCounter {
  /** The lines that can be taken now, in their order, with the labels that they shall have. */
  take(line: ForeignLine, timeMs: number): readonly TimedLine[];
  /** What was recognised as counters, without their numbers. */
  counters(): readonly string[];
}

export function createLabelCounter(): LabelCounter {
  const stems = new Map<string, Stem>();
  let waiting: TimedLine[] = [];

  function release(): readonly TimedLine[] {
    const lines = waiting;
    waiting = [];
    return lines.map(({ line, timeMs }) => ({ line: renamed(line), timeMs }));
  }

  function renamed(line: ForeignLine): ForeignLine {
    const { counted } = line;
    if (!counted || stems.get(counted.stem)?.kind !== 'counter') return line;
    const values = line.values.map((each) => ({
      ...each,
      name: each.name.replace(counted.label, counted.instead ?? counted.stem),
    }));
    return { ...line, values };
  }

  const isUndecided = () => [...stems.values()].some(({ kind }) => kind === 'unknown');

  return {
    take(line, timeMs) {
      const { counted } = line;
      if (counted) {
        const before = stems.get(counted.stem);
        if (before || stems.size < MOST_STEMS) {
          stems.set(counted.stem, afterNumber(before, counted.stem, counted.number));
        }
      } else if (waiting.length === 0) {
        return [{ line, timeMs }];
      }
      waiting.push({ line, timeMs });
      if (waiting.length >= MOST_WAITING) {
        for (const [stem, { kind }] of stems)
          if (kind === 'unknown') stems.set(stem, { kind: 'names' });
      }
      return isUndecided() ? [] : release();
    },
    counters: () => [...stems].flatMap(([stem, { kind }]) => (kind === 'counter' ? [stem] : [])),
  };
}

function afterNumber(before: Stem | undefined, stem: string, number: number): Stem {
  if (!before) return { kind: 'unknown', seen: 1, last: number, isUnbroken: true };
  switch (before.kind) {
    case 'names':
      return before;
    case 'unknown': {
      if (number <= before.last) return { kind: 'names' };
      const seen = before.seen + 1;
      const isUnbroken = before.isUnbroken && number === before.last + 1;
      // Few print so many in turn.
      const isFar = stem === BARE_STEM && isUnbroken && number - seen >= MOST_IN_TURN;
      const enough = COUNTING.test(stem) || isFar ? LINES_TO_BELIEVE : OTHER_LINES_TO_BELIEVE;
      return seen < enough
        ? { kind: 'unknown', seen, last: number, isUnbroken }
        : { kind: 'counter', last: number, sinceFall: seen, lastCycle: 0 };
    }
    case 'counter': {
      if (number > before.last) return { ...before, last: number, sinceFall: before.sinceFall + 1 };
      const cycle = before.sinceFall;
      if (cycle <= LONGEST_CYCLE && cycle === before.lastCycle) return { kind: 'names' };
      return { kind: 'counter', last: number, sinceFall: 1, lastCycle: cycle };
    }
    default:
      return before satisfies never;
  }
}
