/**
 * A word in the first cell that says whose numbers follow: `sensorA,22.5`, `sensorB,23`, or in an object
 * of JSON under a name such as `sensor`. Where it is
 * one of a few that come in turn, it names the channels; where it is always the same, it says nothing.
 */
import type { TimedLine } from './labelCounter.ts';
import type { ForeignLine } from './reading.ts';

/** The same word so often, before any other, is none that names. */
const LINES_TO_DISMISS = 3;
/** More are no sensors, but words of a text. */
const MOST_WORDS = 16;
/** What a sensor's state may be called; the number is the same sensor's in each. */
const STATES =
  /^(?:ok|ko|good|bad|err|error|fail|failed|warn|warning|info|debug|trace|on|off|yes|no|low|high|idle|busy|ready|valid|invalid|a|v)$/i;

export interface KeyWords {
  /** The lines that can be taken now, in their order, with the names that they shall have. */
  take(line: ForeignLine, timeMs: number): readonly TimedLine[];
}

export function createKeyWords(): KeyWords {
  const words = new Set<string>();
  /** Of the only word so far; it has no say when it is dismissed. */
  let waiting: TimedLine[] = [];
  let dismissed: string | null = null;

  const isName = (word: string) => word !== dismissed && words.size <= MOST_WORDS;

  function release(): TimedLine[] {
    const lines = waiting;
    waiting = [];
    return lines.map(({ line, timeMs }) => ({ line: named(line), timeMs }));
  }

  function named(line: ForeignLine): ForeignLine {
    const { key } = line;
    if (key === null || !isName(key)) return line;
    const isOne = line.values.length === 1;
    const values = line.values.map((each, i) => {
      const name = line.form === 'json' ? `${key}.${each.name}` : `${key} ${i + 1}`;
      return { ...each, name: isOne ? key : name };
    });
    return { ...line, form: 'labels', values, width: values.length, cells: null, separator: '' };
  }

  return {
    take(line, timeMs) {
      const { key } = line;
      if (key === null || STATES.test(key)) {
        if (waiting.length === 0) return [{ line, timeMs }];
        waiting.push({ line, timeMs });
        return waiting.length > MOST_WORDS ? release() : [];
      }
      if (words.size <= MOST_WORDS) words.add(key);
      if (words.size > 1) {
        return waiting.length === 0
          ? [{ line: named(line), timeMs }]
          : [...release(), { line: named(line), timeMs }];
      }
      if (dismissed === key) return [{ line, timeMs }];
      waiting.push({ line, timeMs });
      if (waiting.filter((each) => each.line.key === key).length < LINES_TO_DISMISS) return [];
      dismissed = key;
      return release();
    },
  };
}
