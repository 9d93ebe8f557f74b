/** Opens the file of a session: a new one, or one that was cut off, in which its board goes on. */
import { formatHostLine } from '../../protocol/hostLine.ts';
import type { HeldBefore } from './sessionCounter.ts';
import type { AppendFile, SessionFolder, Stored } from './sessionFolder.ts';
import { isOfSameBoard } from './sessionStem.ts';
import { outlineOf } from './storedRecordings.ts';

const MOST_TRIES = 20;
const AGAIN_AFTER_MS = 150;

export interface OpenedFile {
  readonly name: string;
  readonly file: AppendFile;
  /** What is in it already. */
  readonly before?: HeldBefore;
}

/** `recordInto`: the name of the file that was cut off; a new one when it is another board's. */
export async function openSessionFile(
  folder: SessionFolder,
  stem: string,
  recordInto: string | null,
  nowMs: number,
): Promise<Stored<OpenedFile>> {
  const resumed = recordInto !== null && isOfSameBoard(recordInto, stem);
  return (resumed ? await resume(folder, recordInto, nowMs) : null) ?? folder.create(stem);
}

/** A worker that died holds its file for a moment longer. */
async function reopenPatiently(folder: SessionFolder, name: string): Promise<Stored<AppendFile>> {
  for (let tries = 1; ; tries++) {
    const opened = await folder.reopen(name);
    if (opened.ok || opened.fault.code !== 'in-use' || tries === MOST_TRIES) return opened;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}

/** Null when it cannot be gone on with. */
async function resume(
  folder: SessionFolder,
  name: string,
  nowMs: number,
): Promise<Stored<OpenedFile> | null> {
  const read = await folder.read(name);
  if (!read.ok) return null;
  const outline = await outlineOf(read.value);
  if (!outline) return null;
  const opened = await reopenPatiently(folder, name);
  if (!opened.ok) return null;
  const file = opened.value;
  // What was torn off is no line.
  file.truncate(read.value.size - outline.tornBytes);
  const cut = formatHostLine({ type: 'break', timeMs: nowMs, why: 'the analysis stopped' });
  file.append(new TextEncoder().encode(cut));
  const { samples, lost, anomalies, name: called } = outline;
  return { ok: true, value: { name, file, before: { samples, lost, anomalies, name: called } } };
}
