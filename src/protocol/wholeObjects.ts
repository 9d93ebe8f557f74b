/**
 * Objects of JSON and dicts of Python that are printed over several lines, as `json.dumps(x, indent=2)`
 * and `serializeJsonPretty` do, read as one row. Lines of anything else are read at once.
 */

import type { ForeignReading } from './foreign/reading.ts';
import { readForeignLine } from './foreignLine.ts';

export interface WholeReading {
  readonly text: string;
  readonly reading: ForeignReading;
  /** Lines that it was printed on. */
  readonly lines: number;
}

/** Takes the lines of one link in their order; none come out while an object goes on. */
export type WholeReader = (line: string) => readonly WholeReading[];

const MOST_LINES = 512;
const MOST_LETTERS = 16_384;
const STRINGS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
/** Of an array around all the objects of a file. */
const BRACKET_ALONE = /^\s*[[\]][,;]?\s*$/;
const IN_OBJECT = /^\s*["'}]/;
const IN_LIST = /^\s*(?:["'{}[\]\d.+-]|true|false|null|none|nan)/i;

/** Of one link or one log: what it holds back is of the lines before. */
export function createWholeObjects(): WholeReader {
  let held: string[] = [];
  let letters = 0;
  /** The brackets that are open. */
  let open = '';

  const alone = (text: string): WholeReading => ({
    text,
    reading: readForeignLine(text),
    lines: 1,
  });

  /** What was begun is none: its lines are read as they stand. */
  function giveUp(): WholeReading[] {
    const lines = held;
    held = [];
    open = '';
    return lines.map(alone);
  }

  function begin(line: string): readonly WholeReading[] {
    if (BRACKET_ALONE.test(line)) return [];
    const rest = opened('', line);
    if (!rest || !line.trimStart().startsWith('{')) return [alone(line)];
    held = [line];
    letters = line.length;
    open = rest;
    return [];
  }

  return (line) => {
    if (open === '') return mayBegin(line) ? begin(line) : [alone(line)];
    const goesOn = open.endsWith('{') ? IN_OBJECT : IN_LIST;
    if (!goesOn.test(line) || held.length >= MOST_LINES || letters + line.length > MOST_LETTERS) {
      const before = giveUp();
      return [...before, ...(mayBegin(line) ? begin(line) : [alone(line)])];
    }
    held.push(line);
    letters += line.length;
    const rest = opened(open, line);
    if (rest === null) return giveUp();
    open = rest;
    if (open !== '') return [];
    const text = held.map((each) => each.trim()).join(' ');
    const lines = held.length;
    held = [];
    return [{ text, reading: readForeignLine(text), lines }];
  };
}

/** Whether the first letter is a bracket: nearly no line's is. */
function mayBegin(line: string): boolean {
  let at = 0;
  while (line.charCodeAt(at) === 0x20) at++;
  const first = line[at];
  return first === '{' || first === '[' || first === ']';
}

/** The brackets that are open behind a line; null when one closes what is not open. */
function opened(before: string, line: string): string | null {
  let open = before;
  for (const mark of line.replace(STRINGS, '')) {
    if (mark === '{' || mark === '[') open += mark;
    else if (mark === '}' || mark === ']') {
      if (open.at(-1) !== (mark === '}' ? '{' : '[')) return null;
      open = open.slice(0, -1);
    }
  }
  return open;
}
