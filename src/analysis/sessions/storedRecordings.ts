/** The stored sessions: what is there, and what the person does with them. */
import {
  HEAD_BYTES,
  type RecordingOutline,
  readOutline,
  TAIL_BYTES,
} from '../../history/recordingSummary.ts';
import type {
  StoredAnswer,
  StoredProgress,
  StoredQuestion,
  StoredSession,
} from '../messages/recordingMessages.ts';
import { labelLines } from './labelLines.ts';
import { note, notesNameOf, withNotes } from './recordingNotes.ts';
import type { SessionFolder, Stored } from './sessionFolder.ts';
import { RECORDING_ENDING } from './sessionStem.ts';

/** Files that are looked at side by side; what else is asked of the storage gets its turn after. */
const AT_A_TIME = 12;
/** A session that was closed says so in its last line: most need no more than this of their end. */
const LAST_BYTES = 2048;

export interface StoredRecordings {
  /** `progress` hears of a list what is known of it so far. */
  ask(
    question: StoredQuestion,
    progress: (sessions: StoredProgress) => void,
  ): Promise<StoredAnswer>;
}

/** What a file is; null when it is no recording. May fail as reading a file may. */
export async function outlineOf(file: Blob): Promise<RecordingOutline | null> {
  const head = await bytesOf(file.slice(0, HEAD_BYTES));
  const last = readOutline(head, await bytesOf(file.slice(-LAST_BYTES)));
  if (!last || last.closed || file.size <= LAST_BYTES) return last;
  return readOutline(head, await bytesOf(file.slice(-TAIL_BYTES)));
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

interface Described {
  readonly outline: RecordingOutline;
  readonly session: StoredSession;
}

/** `nowMs` is the wall clock. */
export function createStoredRecordings(
  folder: SessionFolder,
  nowMs: () => number,
): StoredRecordings {
  async function list(progress: (sessions: StoredProgress) => void): Promise<StoredAnswer> {
    const names = await folder.names();
    if (!names.ok) return { kind: 'failed', fault: names.fault };
    const files = names.value.filter((name) => name.endsWith(RECORDING_ENDING)).reverse();
    const there = new Set(names.value);
    const sessions: StoredSession[] = [];
    for (let at = 0; at < files.length; at += AT_A_TIME) {
      if (at > 0) progress([...sessions]);
      const batch = files.slice(at, at + AT_A_TIME);
      const found = await Promise.all(
        batch.map((name) => describe(name, there.has(notesNameOf(name)))),
      );
      sessions.push(...found.flatMap((one) => (one.ok ? [one.value.session] : [])));
    }
    return { kind: 'sessions', sessions };
  }

  /** Fails when the file is gone, or holds not even its first line. */
  async function describe(fileName: string, hasNotes = true): Promise<Stored<Described>> {
    const file = await folder.read(fileName);
    if (!file.ok) return file;
    try {
      const whole = hasNotes ? await withNotes(file.value, fileName, folder) : file.value;
      const outline = await outlineOf(whole);
      if (outline) {
        const state = outline.closed ? ('closed' as const) : await openEnd(fileName);
        const session = { ...storedSession(fileName, outline, file.value.size), state };
        return { ok: true, value: { outline, session } };
      }
      return { ok: false, fault: { code: 'storage-failed', detail: 'not a recording' } };
    } catch (error) {
      // A file that is being written may change under its reader.
      return { ok: false, fault: { code: 'storage-failed', detail: String(error) } };
    }
  }

  /** Whether nobody is writing the file: then we can, and let go of it again. */
  async function openEnd(fileName: string): Promise<'unfinished' | 'recording'> {
    const opened = await folder.reopen(fileName);
    if (opened.ok) opened.value.close();
    return opened.ok ? 'unfinished' : 'recording';
  }

  /** Notes a last summary. */
  async function conclude(
    fileName: string,
    changes: { readonly name?: string; readonly closed?: boolean },
    progress: (sessions: StoredProgress) => void,
  ): Promise<StoredAnswer> {
    const described = await describe(fileName);
    if (!described.ok) return { kind: 'failed', fault: described.fault };
    const { outline, session } = described.value;
    if (session.state === 'recording') return WRITTEN_ELSEWHERE;
    const { samples, lost, anomalies, name, closed } = { ...outline, ...changes };
    const counts = { samples, lost, anomalies };
    const line = { type: 'summary', timeMs: outline.endedMs, ...counts, closed, name } as const;
    const fault = await note(fileName, [line], folder);
    return fault ? { kind: 'failed', fault } : list(progress);
  }

  return {
    async ask(question, progress) {
      switch (question.kind) {
        case 'list':
          return list(progress);
        case 'rename':
          return conclude(question.fileName, { name: question.name }, progress);
        case 'keep':
          return conclude(question.fileName, { closed: true }, progress);
        case 'delete': {
          const removed = await folder.remove(question.fileName);
          if (!removed.ok) return { kind: 'failed', fault: removed.fault };
          // There need not be any.
          await folder.remove(notesNameOf(question.fileName));
          return list(progress);
        }
        case 'read': {
          const { fileName } = question;
          const described = await describe(fileName);
          // It would change under its reader, and the download break off.
          if (described.ok && described.value.session.state === 'recording') {
            return WRITTEN_ELSEWHERE;
          }
          const file = await folder.read(fileName);
          return file.ok
            ? { kind: 'file', file: await withNotes(file.value, fileName, folder) }
            : { kind: 'failed', fault: file.fault };
        }
        case 'label': {
          const { recording, before, after } = question;
          const fault = await note(recording, labelLines(before, after, nowMs()), folder);
          return fault ? { kind: 'failed', fault } : { kind: 'kept' };
        }
        case 'alarm': {
          const { recording, acts } = question;
          const lines = acts.map((act) => ({ type: 'alarm', act }) as const);
          const fault = await note(recording, lines, folder);
          return fault ? { kind: 'failed', fault } : { kind: 'kept' };
        }
        default:
          return question satisfies never;
      }
    },
  };
}

const WRITTEN_ELSEWHERE: StoredAnswer = {
  kind: 'failed',
  fault: { code: 'in-use', detail: 'another tab writes it' },
};

function storedSession(
  fileName: string,
  outline: RecordingOutline,
  bytes: number,
): Omit<StoredSession, 'state'> {
  const { name, board, startedMs, endedMs, samples, lost, anomalies } = outline;
  return { fileName, name, board, startedMs, endedMs, bytes, samples, lost, anomalies };
}
