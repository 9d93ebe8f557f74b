import { openReplayLink } from '../../board/replayLink.ts';
import type { Source } from '../../board/source.ts';
import type { OpenResult } from '../connection/links.ts';
import { withNotes } from './recordingNotes.ts';
import type { SessionFolder } from './sessionFolder.ts';
import { outlineOf } from './storedRecordings.ts';

/** Opens a recording for replay; `unreadable` when it is none, or not there. */
export async function openReplay(
  source: Extract<Source, { kind: 'replay' }>,
  folder: SessionFolder,
): Promise<OpenResult> {
  const found = await fileOf(source.recording, folder);
  if ('detail' in found) return { ok: false, fault: { code: 'unreadable', ...found } };
  try {
    const outline = await outlineOf(found.file);
    if (!outline) {
      return { ok: false, fault: { code: 'unreadable', detail: 'no recording begins like this' } };
    }
    const { kind, startedMs, endedMs } = outline;
    const span = { kind, fromMs: startedMs, toMs: endedMs };
    const whole = await withNotes(found.file, source.recording, folder);
    return { ok: true, ...openReplayLink(whole, span, source.start, CLOCK) };
  } catch (error) {
    return { ok: false, fault: { code: 'unreadable', detail: String(error) } };
  }
}

const CLOCK = {
  nowMs: () => performance.now(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

async function fileOf(
  recording: string | Blob,
  folder: SessionFolder,
): Promise<{ readonly file: Blob } | { readonly detail: string }> {
  if (typeof recording !== 'string') return { file: recording };
  const read = await folder.read(recording);
  return read.ok ? { file: read.value } : { detail: read.fault.detail };
}
