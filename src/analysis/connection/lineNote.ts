import { createSampleLine, type Rejection, readFirmwareLine } from '../../protocol/firmwareLine.ts';
import type { ForeignForm, UnreadReason } from '../../protocol/foreign/reading.ts';
import { readForeignLine } from '../../protocol/foreignLine.ts';
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
  header: 'names of columns',
};

const UNREAD: Readonly<Record<UnreadReason, string>> = {
  empty: 'empty',
  unreadable: 'not text',
  boot: 'what a chip says when it starts',
  nmea: 'a sentence of NMEA 0183',
  hex: 'bytes in hex',
  words: 'not numbers separated by commas, blanks or tabs',
  prose: 'numbers between words that do not name them',
  'label-words': 'not label:value pairs',
  json: 'not JSON',
  'json-without-numbers': 'a JSON object without numbers',
  teleplot: 'not >name:value',
  'time-only': 'a time without a value',
  long: 'too long',
};

function foreignNote(text: string): string {
  if (text.trim() === '') return '';
  const reading = readForeignLine(text);
  return reading.form === null
    ? `not read: ${UNREAD[reading.reason]}`
    : `read as ${FORMS[reading.form]}`;
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
