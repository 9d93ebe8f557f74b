import { createSampleLine, readFirmwareLine } from '../../protocol/firmwareLine.ts';
import { readForeignLine } from '../../protocol/foreignLine.ts';
import type { LineNote } from '../messages/calls.ts';
import type { BoardKind } from '../messages/connectionState.ts';

const encoder = new TextEncoder();
const sample = createSampleLine();

/**
 * What was made of a line from the board: of another sketch the form that was recognised, or why it
 * was none; of a board of ours why a line was dropped. Null when there is nothing to say.
 */
export function lineNote(text: string, kind: BoardKind | null): LineNote | null {
  switch (kind) {
    case 'foreign':
      return foreignNote(text);
    case 'tidemark':
      return firmwareNote(text);
    case 'repl':
    case null:
      return null;
    default:
      return kind satisfies never;
  }
}

function foreignNote(text: string): LineNote | null {
  if (text.trim() === '') return null;
  const reading = readForeignLine(text);
  return reading.form === null
    ? { kind: 'unread', reason: reading.reason }
    : { kind: 'read', form: reading.form };
}

function firmwareNote(text: string): LineNote | null {
  const bytes = encoder.encode(text);
  if (bytes.length === 0) return null;
  const reading = readFirmwareLine(bytes, 0, bytes.length, sample);
  return typeof reading === 'object' || reading === 'sample'
    ? null
    : { kind: 'dropped', why: reading };
}
