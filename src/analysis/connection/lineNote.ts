import { createSampleLine, type Rejection, readFirmwareLine } from '../../protocol/firmwareLine.ts';
import { type ForeignForm, readForeignLine } from '../../protocol/foreignLine.ts';
import type { BoardKind } from '../messages/connectionState.ts';

const encoder = new TextEncoder();
const sample = createSampleLine();

/**
 * What was made of a line from the board, in words for the console: of another sketch the form that
 * was recognised, or why it was none; of a board of ours why a line was dropped. Empty when there is
 * nothing to say.
 */
export function lineNote(text: string, kind: BoardKind | null): string {
  switch (kind) {
    case 'foreign':
      return foreignNote(text);
    case 'tidemark':
      return firmwareNote(text);
    case 'repl':
    case null:
      return '';
    default:
      return kind satisfies never;
  }
}

const FORMS: Readonly<Record<ForeignForm, string>> = {
  numbers: 'numbers',
  labels: 'label:value',
  teleplot: 'Teleplot',
  json: 'JSON',
};

function foreignNote(text: string): string {
  if (text.trim() === '') return '';
  const reading = readForeignLine(text);
  return reading.form === null ? `not read: ${reading.reason}` : `read as ${FORMS[reading.form]}`;
}

const REJECTIONS: Readonly<Record<Rejection, string>> = {
  unsummed: 'dropped: does not end in a sum',
  sum: 'dropped: the sum is wrong',
  malformed: 'dropped: the fields are not what they should be',
};

function firmwareNote(text: string): string {
  const bytes = encoder.encode(text);
  if (bytes.length === 0) return '';
  const reading = readFirmwareLine(bytes, 0, bytes.length, sample);
  return typeof reading === 'object' || reading === 'sample' ? '' : REJECTIONS[reading];
}
