/** Teleplot's lines: `>name:value`, `>name:ms:value`, several points with `;`, a unit, flags. */
import { readLabels } from './labelled.ts';
import {
  type ForeignLine,
  type ForeignReading,
  type ForeignTime,
  rowOf,
  unread,
} from './reading.ts';
import { scanValue } from './token.ts';

/** Not units: what is to be done with the points. */
const FLAG = /^(?:g|t|xy|np|clr|cl|3d|widget.*|[gtnpx]{1,3})$/i;
/** A board's clock does not come so far: it is a time since 1970. */
const LEAST_EPOCH_MS = 1e11;

/** Reads what stands after the `>`; never throws. */
export function readTeleplot(text: string): ForeignReading {
  const colon = text.indexOf(':');
  const name = text.slice(0, colon).trim();
  if (colon < 1 || name === '') return unread('teleplot');
  // `>a:1,b:2` is of two labels.
  if (/,[^,:]*\p{L}[^,:]*:/u.test(text.slice(colon))) return readLabels(text);
  const [body = '', ...said] = text.slice(colon + 1).split(/[§|]/);
  // Flags may stand in a list.
  const marks = said.flatMap((mark) =>
    mark.split(',').every((each) => FLAG.test(each.trim())) ? mark.split(',') : [mark],
  );
  const unit =
    marks.map((mark) => mark.trim()).find((mark) => mark !== '' && !FLAG.test(mark)) ?? '';
  const isPlane = marks.some((mark) => mark.trim().toLowerCase() === 'xy');
  const rows: ForeignLine[] = [];
  for (const point of body.split(';')) {
    if (point.trim() === '') continue;
    const row = isPlane ? readPoint(name, point, unit) : readValue(name, point, unit);
    if (!row) return unread('teleplot');
    rows.push(row);
  }
  const [first, ...further] = rows;
  return first ? { ...first, further } : unread('teleplot');
}

function readValue(name: string, point: string, unit: string): ForeignLine | null {
  const parts = point.split(':');
  const value = wholeValue(parts.at(-1) ?? '');
  const time = parts.length === 2 ? timeOf(parts[0] ?? '') : null;
  if (!value || parts.length > 2 || (parts.length === 2 && !time)) return null;
  return rowOf('teleplot', [{ name, value: value.value, unit: unit || value.unit }], time);
}

/** A point in a plane: x, y and perhaps its time. */
function readPoint(name: string, point: string, unit: string): ForeignLine | null {
  const [x, y, ms] = point.split(':');
  const across = wholeValue(x ?? '');
  const up = wholeValue(y ?? '');
  if (!across || !up) return null;
  const values = [
    { name: `${name}.x`, value: across.value, unit },
    { name: `${name}.y`, value: up.value, unit },
  ];
  return rowOf('teleplot', values, ms === undefined ? null : timeOf(ms));
}

function wholeValue(text: string) {
  const trimmed = text.trim();
  const token = scanValue(trimmed, 0, 'point');
  return token?.end === trimmed.length ? token : null;
}

function timeOf(text: string): ForeignTime | null {
  const ms = wholeValue(text)?.value;
  if (ms === undefined || !Number.isFinite(ms)) return null;
  return { ms, clock: ms >= LEAST_EPOCH_MS ? 'utc' : 'uptime' };
}
