/** The file of the session that is being recorded: opening takes a moment, samples do not wait. */
import type { RecordingFault } from '../messages/recordingMessages.ts';
import type { OpenedFile } from './resumedFile.ts';
import type { HeldBefore } from './sessionCounter.ts';
import type { AppendFile, SessionFolder, Stored } from './sessionFolder.ts';

/** Kept while the file is being opened; more means that it will never be. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;
/** Copied at a time: samples get their turn in between. */
const COPIED_BYTES = 4 * 1024 * 1024;

export interface SessionFile {
  append(bytes: Uint8Array): void;
  flush(): void;
  bytes(): number;
  /** Null until it is open. */
  name(): string | null;
  /** What was in it when it was opened: nothing, unless a session goes on in it. */
  before(): HeldBefore;
  /** What is in it now, to be read while it goes on; null when it was never opened, or is gone. */
  snapshot(): Promise<Blob | null>;
  /** Closes when all is written; with `remove` nothing is kept. */
  close(remove: boolean): Promise<void>;
}

/**
 * Why a file that could be opened cannot be written any more. A browser whose data of this site was
 * deleted may call that a want of room.
 */
async function whyNoMore(
  folder: SessionFolder,
  name: string,
  { code, detail }: RecordingFault,
): Promise<RecordingFault> {
  if (code !== 'storage-full') return { code: 'cleared', detail };
  const names = await folder.names();
  return { code: names.ok && names.value.includes(name) ? code : 'cleared', detail };
}

const NOTHING: HeldBefore = { samples: 0, lost: 0, anomalies: 0, name: '' };

/** `failed` is called at most once; after that nothing more is written. */
export function createSessionFile(
  folder: SessionFolder,
  opening: Promise<Stored<OpenedFile>>,
  failed: (fault: RecordingFault) => void,
): SessionFile {
  let open: OpenedFile | null = null;
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let over = false;

  function giveUp(): void {
    over = true;
    waiting = [];
    // What is in the file stays there, readable to its last whole line.
    open?.file.close();
  }

  function fail(fault: RecordingFault): void {
    if (over) return;
    giveUp();
    failed(fault);
  }

  function failInMidFile(name: string, fault: RecordingFault): void {
    if (over) return;
    giveUp();
    void whyNoMore(folder, name, fault).then(failed);
  }

  function write({ name, file }: OpenedFile, chunk: Uint8Array): void {
    if (over) return;
    const fault = file.append(chunk);
    if (fault) failInMidFile(name, fault);
  }

  const opened = opening.then((created) => {
    if (!created.ok) {
      fail(created.fault);
      return;
    }
    open = created.value;
    for (const chunk of waiting) write(open, chunk);
    waiting = [];
  });

  /** A file that is being written must not be read from as it stands: it changes under its reader. */
  async function copyOf(file: AppendFile): Promise<Blob | null> {
    const size = file.size();
    const parts: Blob[] = [];
    for (let at = 0; at < size && !over; at += COPIED_BYTES) {
      // Blobs of blobs: the browser may keep what is large on the disk.
      parts.push(new Blob([file.read(at, Math.min(COPIED_BYTES, size - at))]));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return over ? null : new Blob(parts);
  }

  return {
    append(chunk) {
      if (over) return;
      bytes += chunk.length;
      if (open) write(open, chunk);
      else if (bytes > MOST_WAITING_BYTES) fail({ code: 'storage-failed', detail: 'never opened' });
      else waiting.push(chunk.slice());
    },
    flush() {
      if (over || !open) return;
      const fault = open.file.flush();
      if (fault) failInMidFile(open.name, fault);
    },
    bytes: () => bytes,
    name: () => open?.name ?? null,
    before: () => open?.before ?? NOTHING,
    async snapshot() {
      await opened;
      if (!open) return null;
      const copy = over ? null : await copyOf(open.file);
      if (copy) return copy;
      const read = await folder.read(open.name);
      return read.ok ? read.value : null;
    },
    async close(remove) {
      await opened;
      if (over || !open) return;
      over = true;
      open.file.flush();
      open.file.close();
      if (remove) await folder.remove(open.name);
    },
  };
}
