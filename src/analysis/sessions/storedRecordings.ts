/** The stored sessions: what is there, and what the person does with them. */
import {
  HEAD_BYTES,
  type RecordingOutline,
  readOutline,
  TAIL_BYTES,
} from '../../history/recordingSummary.ts';
import { formatHostLine } from '../../protocol/hostLine.ts';
import type { StoredAnswer, StoredQuestion, StoredSession } from '../messages/recordingMessages.ts';
import type { SessionFolder, Stored } from './sessionFolder.ts';

export interface StoredRecordings {
  ask(question: StoredQuestion): Promise<StoredAnswer>;
}

/** What a file is; null when it is no recording. May fail as reading a file may. */
export async function outlineOf(file: Blob): Promise<RecordingOutline | null> {
  const [head, tail] = [file.slice(0, HEAD_BYTES), file.slice(-TAIL_BYTES)];
  return readOutline(
    new Uint8Array(await head.arrayBuffer()),
    new Uint8Array(await tail.arrayBuffer()),
  );
}

export function createStoredRecordings(folder: SessionFolder): StoredRecordings {
  async function list(): Promise<StoredAnswer> {
    const names = await folder.names();
    if (!names.ok) return { kind: 'failed', fault: names.fault };
    const sessions: StoredSession[] = [];
    for (const fileName of names.value) {
      const session = await describe(fileName);
      if (session) sessions.push(session);
    }
    return { kind: 'sessions', sessions: sessions.reverse() };
  }

  /** Null when the file is gone, or holds not even its first line. */
  async function describe(fileName: string): Promise<StoredSession | null> {
    const read = await readFile(fileName);
    if (!read.ok) return null;
    const { outline, bytes } = read.value;
    if (outline.closed) return { ...storedSession(fileName, outline, bytes), state: 'closed' };
    const free = await isFree(fileName);
    const state = free ? 'unfinished' : 'recording';
    return { ...storedSession(fileName, outline, bytes), state };
  }

  async function readFile(
    fileName: string,
  ): Promise<Stored<{ readonly outline: RecordingOutline; readonly bytes: number }>> {
    const file = await folder.read(fileName);
    if (!file.ok) return file;
    try {
      const outline = await outlineOf(file.value);
      if (outline) return { ok: true, value: { outline, bytes: file.value.size } };
      return { ok: false, fault: { code: 'storage-failed', detail: 'not a recording' } };
    } catch (error) {
      // A file that is being written may change under its reader.
      return { ok: false, fault: { code: 'storage-failed', detail: String(error) } };
    }
  }

  /** Whether nobody is writing the file: then we can, and let go of it again. */
  async function isFree(fileName: string): Promise<boolean> {
    const opened = await folder.reopen(fileName);
    if (opened.ok) opened.value.close();
    return opened.ok;
  }

  /** Writes a last summary, after what is whole. */
  async function conclude(
    fileName: string,
    changes: { readonly name?: string; readonly closed?: boolean },
  ): Promise<StoredAnswer> {
    const read = await readFile(fileName);
    if (!read.ok) return { kind: 'failed', fault: read.fault };
    const { outline, bytes } = read.value;
    const opened = await folder.reopen(fileName);
    if (!opened.ok) return { kind: 'failed', fault: opened.fault };
    const file = opened.value;
    file.truncate(bytes - outline.tornBytes);
    const { samples, lost, anomalies, name, closed } = { ...outline, ...changes };
    const line = formatHostLine({
      type: 'summary',
      timeMs: outline.endedMs,
      samples,
      lost,
      anomalies,
      closed,
      name,
    });
    const fault = file.append(new TextEncoder().encode(line)) ?? file.flush();
    file.close();
    return fault ? { kind: 'failed', fault } : list();
  }

  return {
    async ask(question) {
      switch (question.kind) {
        case 'list':
          return list();
        case 'rename':
          return conclude(question.fileName, { name: question.name });
        case 'keep':
          return conclude(question.fileName, { closed: true });
        case 'delete': {
          const removed = await folder.remove(question.fileName);
          return removed.ok ? list() : { kind: 'failed', fault: removed.fault };
        }
        case 'read': {
          const session = await describe(question.fileName);
          if (session?.state === 'recording') {
            // It would change under its reader, and the download break off.
            return { kind: 'failed', fault: { code: 'in-use', detail: 'another tab writes it' } };
          }
          const file = await folder.read(question.fileName);
          return file.ok
            ? { kind: 'file', file: file.value }
            : { kind: 'failed', fault: file.fault };
        }
        default:
          return question satisfies never;
      }
    },
  };
}

function storedSession(
  fileName: string,
  outline: RecordingOutline,
  bytes: number,
): Omit<StoredSession, 'state'> {
  const { name, board, startedMs, endedMs, samples, lost, anomalies } = outline;
  return { fileName, name, board, startedMs, endedMs, bytes, samples, lost, anomalies };
}
