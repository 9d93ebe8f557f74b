/**
 * What the person says of a recording once it is written, its labels and its name, stands in a file
 * beside it: nobody changes a recording under its reader, and one from the disk is not ours to
 * change. The two together read as one recording (src/history/README.md).
 */

import { HEAD_BYTES } from '../../history/recordingSummary.ts';
import { LF } from '../../protocol/bytes.ts';
import { formatHostLine, type HostLine } from '../../protocol/hostLine.ts';
import type { RecordingFault } from '../messages/recordingMessages.ts';
import type { SessionFolder } from './sessionFolder.ts';

const ENDING = '.notes';
/** Enough to look for the end of the last whole line at a time. */
const LOOKED_AT_BYTES = 4096;

/** The file beside a stored session. */
export function notesNameOf(fileName: string): string {
  return `${fileName}${ENDING}`;
}

/** The file beside any recording: one from the disk is known by its beginning. */
async function notesOf(recording: string | Blob): Promise<string> {
  if (typeof recording === 'string') return notesNameOf(recording);
  const head = await recording.slice(0, HEAD_BYTES).arrayBuffer();
  return `file-${fingerprint(new Uint8Array(head))}${ENDING}`;
}

/** The recording with what was noted beside it, first so that it is known at once, and last. */
export async function withNotes(
  file: Blob,
  recording: string | Blob,
  folder: SessionFolder,
): Promise<Blob> {
  const notes = await folder.read(await notesOf(recording));
  return notes.ok ? joined(file, notes.value) : file;
}

/** Writes lines beside the recording. Null when they are there. */
export async function note(
  recording: string | Blob,
  lines: readonly HostLine[],
  folder: SessionFolder,
): Promise<RecordingFault | null> {
  const opened = await folder.appendTo(await notesOf(recording));
  if (!opened.ok) return opened.fault;
  const file = opened.value;
  const text = lines.map(formatHostLine).join('');
  const fault = file.append(new TextEncoder().encode(text)) ?? file.flush();
  file.close();
  return fault;
}

/** Both as one: the recording's first line, the labels, the rest of its whole lines, all the notes. */
async function joined(file: Blob, notes: Blob): Promise<Blob> {
  const head = new Uint8Array(await file.slice(0, LOOKED_AT_BYTES).arrayBuffer());
  const firstEnd = head.indexOf(LF) + 1;
  const whole = await wholeLines(file);
  const noted = await notes.text();
  const labels = noted.replace(/^(?!N,).*\n/gm, '');
  return new Blob([file.slice(0, firstEnd), labels, file.slice(firstEnd, whole), noted]);
}

/** How many bytes end with a whole line: a torn one would run into what follows. */
async function wholeLines(file: Blob): Promise<number> {
  for (let end = file.size; end > 0; end -= LOOKED_AT_BYTES) {
    const from = Math.max(0, end - LOOKED_AT_BYTES);
    const at = new Uint8Array(await file.slice(from, end).arrayBuffer()).lastIndexOf(LF);
    if (at >= 0) return from + at + 1;
  }
  return 0;
}

/** FNV-1a twice, from two beginnings: files of one person are few. */
function fingerprint(bytes: Uint8Array): string {
  return [0x811c9dc5, 0x01000193]
    .map((basis) => {
      let hash = basis;
      for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
