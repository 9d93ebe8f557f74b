/** What a file is, and what to make of it, from its first bytes alone. */
import { createSampleLine, readFirmwareLine } from '../../protocol/firmwareLine.ts';
import { readForeignLine } from '../../protocol/foreignLine.ts';
import {
  type FileLook,
  type ImportPlan,
  type LookSurroundings,
  MOST_CHANNELS,
} from './importPlan.ts';
import { lookAtTable, PREVIEW_ROWS } from './lookAtTable.ts';
import { endsInQuotes } from './quotedLines.ts';
import { textKind } from './textKind.ts';

/** So many bytes of a file are looked at. */
export const HEAD_BYTES = 65_536;

const MOST_LINES = 200;
const NEWLINE = 0x0a;
/** So many of the lines must be of a sketch's form to take a file for its log. */
const LOG_SHARE = 0.6;

/** Judges the first bytes of a file, at most `HEAD_BYTES`. Never throws. */
export function lookAtFile(head: Uint8Array, around: LookSurroundings): FileLook {
  const kind = textKind(head);
  if (kind === 'utf-16' || kind === 'binary') return { ok: false, refusal: kind };
  if (around.truncated && !head.includes(NEWLINE)) return { ok: false, refusal: 'no-lines' };
  const legacyEncoding = kind === 'legacy';
  const text = new TextDecoder(legacyEncoding ? 'windows-1252' : 'utf-8').decode(head);
  const lines = text.split(/\r?\n/);
  // The last is a part only, or what follows the last line end.
  if (around.truncated || lines.at(-1) === '') lines.pop();
  const rows = lines.filter((line) => line.trim() !== '').slice(0, MOST_LINES);
  if (rows.length === 0) return { ok: false, refusal: 'empty' };
  const log = lookAtLog(rows, around);
  const table = log ? null : lookAtTable(joinQuoted(rows.filter(isNoComment)), around);
  if (table) return table.ok ? { ...table, legacyEncoding } : table;
  const plan = log ?? { form: 'sketch-log', periodMs: around.periodMs, startMs: around.startMs };
  const preview = rows.slice(0, PREVIEW_ROWS).map((row) => [row]);
  return { ok: true, plan, columns: [], mostChannels: MOST_CHANNELS, preview, legacyEncoding };
}

const isNoComment = (row: string) => !row.startsWith('#');

/** Lines with a quoted line end between them as one; those of a quote that is not closed as they are. */
function joinQuoted(lines: readonly string[]): string[] {
  const encoder = new TextEncoder();
  const joined: string[] = [];
  let open: string[] = [];
  for (const line of lines) {
    const bytes = encoder.encode(line);
    open.push(line);
    if (endsInQuotes(bytes, 0, bytes.length, open.length > 1)) continue;
    joined.push(open.join(' '));
    open = [];
  }
  return [...joined, ...open];
}

/** The plan for a log of serial lines; null when it is none. */
function lookAtLog(rows: readonly string[], around: LookSurroundings): ImportPlan | null {
  const { startMs, periodMs } = around;
  const sample = createSampleLine();
  const encoder = new TextEncoder();
  let samples = 0;
  let greeted = false;
  for (const row of rows) {
    const bytes = encoder.encode(row);
    const reading = readFirmwareLine(bytes, 0, bytes.length, sample);
    if (reading === 'sample') samples++;
    else if (typeof reading === 'object' && reading.type === 'hello') greeted = true;
  }
  if (samples > 0 || greeted) {
    return { form: 'firmware-log', channelCount: greeted ? null : sample.count, startMs };
  }
  const foreign = rows.filter(isSketchLine).length;
  return foreign >= LOG_SHARE * rows.length ? { form: 'sketch-log', periodMs, startMs } : null;
}

/** Forms that no table has; calendar times have colons too, and are none of them. */
function isSketchLine(row: string): boolean {
  if (/^\s*\d{4}[-/]\d\d[-/]\d\d/.test(row)) return false;
  const { form } = readForeignLine(row);
  return form === 'numbers'
    ? /^\s*\S+( +\S+)+\s*$/.test(row) && !/[,;\t]/.test(row)
    : form !== null && form !== 'header';
}
