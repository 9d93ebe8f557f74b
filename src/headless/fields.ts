import type { Line } from './lines.ts';

const QUOTE = 0x22;
const BLANKS: readonly (number | undefined)[] = [0x20, 0x09, 0x0d];
const SEPARATORS = { semicolon: 0x3b, tab: 0x09, comma: 0x2c } as const;
const POINT = 0x2e;

/** Where a field stands: `bytes[from..to)`, without the blanks and quotes around it. */
export interface Place {
  from: number;
  to: number;
}

/** How the lines of an input are divided. */
export interface Dialect {
  /** The byte between two fields; -1 when a line is one field. */
  readonly separator: number;
  /** The byte before the decimals. */
  readonly decimalPoint: number;
}

/** One number a line. */
export const WHOLE_LINE: Dialect = { separator: -1, decimalPoint: POINT };

/**
 * The dialect of a table, told from its first line: semicolons before tabs before commas, because
 * a table with semicolons is one whose numbers have decimal commas.
 */
export function dialectOf(line: Line): Dialect {
  const place: Place = { from: 0, to: 0 };
  const divides = (separator: number) => findField(line, separator, 1, place);
  if (divides(SEPARATORS.semicolon)) {
    return { separator: SEPARATORS.semicolon, decimalPoint: SEPARATORS.comma };
  }
  const separator = divides(SEPARATORS.tab) ? SEPARATORS.tab : SEPARATORS.comma;
  return { separator, decimalPoint: POINT };
}

/** Puts the place of field `index`, from 0, of a line into `place`; false when there is none. */
export function findField(
  { bytes, from, to }: Line,
  separator: number,
  index: number,
  place: Place,
): boolean {
  let quoted = false;
  let field = 0;
  let start = from;
  for (let at = from; at <= to; at++) {
    const byte = bytes[at];
    if (at === to || (byte === separator && !quoted)) {
      if (field === index) {
        trim(bytes, start, at, place);
        return true;
      }
      field += 1;
      start = at + 1;
    } else if (byte === QUOTE) quoted = !quoted;
  }
  return false;
}

/** All fields of a line as texts, for headers. */
export function fieldTexts(line: Line, separator: number): string[] {
  const place: Place = { from: 0, to: 0 };
  const texts: string[] = [];
  while (findField(line, separator, texts.length, place)) {
    texts.push(line.bytes.toString('utf8', place.from, place.to).replaceAll('""', '"'));
  }
  return texts;
}

function trim(bytes: Buffer, from: number, to: number, place: Place): void {
  let first = from;
  let end = to;
  while (first < end && BLANKS.includes(bytes[first])) first += 1;
  while (first < end && BLANKS.includes(bytes[end - 1])) end -= 1;
  if (end - first >= 2 && bytes[first] === QUOTE && bytes[end - 1] === QUOTE) {
    first += 1;
    end -= 1;
  }
  place.from = first;
  place.to = end;
}
