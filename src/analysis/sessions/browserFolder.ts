/** The sessions' folder in the browser's Origin Private File System. */
import type { RecordingFault } from '../messages/recordingMessages.ts';
import type { AppendFile, SessionFolder, Stored } from './sessionFolder.ts';
import { RECORDING_ENDING as ENDING } from './sessionStem.ts';

const FOLDER = 'sessions';
/** Two sessions of one board that began in the same millisecond are rare enough. */
const MOST_ALIKE = 9;

/** Only workers can write to it. */
export function createBrowserFolder(): SessionFolder {
  async function folder(): Promise<FileSystemDirectoryHandle> {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(FOLDER, { create: true });
  }

  return {
    create: (stem) =>
      flatten(async () => {
        const directory = await folder();
        for (let nth = 1; ; nth++) {
          const name = `${stem}${nth === 1 ? '' : `-${nth}`}${ENDING}`;
          // The names are not listed: a thousand of them would keep the session waiting.
          if (await isThere(directory, name)) continue;
          const handle = await directory.getFileHandle(name, { create: true });
          const access = await attempt(() => handle.createSyncAccessHandle());
          if (access.ok) return { ok: true, value: { name, file: appendFile(access.value) } };
          // Another tab has begun the same file since we looked: the next name, then.
          if (access.fault.code !== 'in-use' || nth >= MOST_ALIKE) return access;
        }
      }),
    reopen: (name) =>
      attempt(async () => {
        const handle = await (await folder()).getFileHandle(name);
        return appendFile(await handle.createSyncAccessHandle());
      }),
    appendTo: (name) =>
      attempt(async () => {
        const handle = await (await folder()).getFileHandle(name, { create: true });
        return appendFile(await handle.createSyncAccessHandle());
      }),
    read: (name) => attempt(async () => (await (await folder()).getFileHandle(name)).getFile()),
    remove: (name) =>
      attempt(async () => {
        await (await folder()).removeEntry(name);
        return null;
      }),
    names: () =>
      attempt(async () => {
        const names: string[] = [];
        for await (const name of (await folder()).keys()) names.push(name);
        return names.sort();
      }),
    async bytesLeft() {
      const estimate = await attempt(() => navigator.storage.estimate());
      if (!estimate.ok) return null;
      const { quota, usage } = estimate.value;
      return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
    },
  };
}

async function isThere(directory: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  const found = await attempt(() => directory.getFileHandle(name));
  return found.ok;
}

function appendFile(access: FileSystemSyncAccessHandle): AppendFile {
  return {
    append(bytes) {
      const at = access.getSize();
      try {
        const written = access.write(bytes, { at });
        if (written === bytes.length) return null;
        access.truncate(at);
        return { code: 'storage-full', detail: `${written} of ${bytes.length} bytes written` };
      } catch (error) {
        return faultOf(error);
      }
    },
    flush() {
      try {
        access.flush();
        return null;
      } catch (error) {
        return faultOf(error);
      }
    },
    size: () => access.getSize(),
    read(at, length) {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, access.read(bytes, { at }));
    },
    truncate: (bytes) => access.truncate(bytes),
    close: () => access.close(),
  };
}

async function flatten<T>(step: () => Promise<Stored<T>>): Promise<Stored<T>> {
  const outcome = await attempt(step);
  return outcome.ok ? outcome.value : outcome;
}

async function attempt<T>(step: () => Promise<T>): Promise<Stored<T>> {
  try {
    return { ok: true, value: await step() };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): RecordingFault {
  const name = error instanceof Error ? error.name : '';
  const detail = String(error);
  switch (name) {
    case 'QuotaExceededError':
      return { code: 'storage-full', detail };
    case 'NoModificationAllowedError':
      return { code: 'in-use', detail };
    case 'NotFoundError':
      return { code: 'not-found', detail };
    case 'SecurityError':
    case 'TypeError':
      // No `navigator.storage`, no `getDirectory`, no sync access: all of them are TypeErrors.
      return { code: 'no-storage', detail };
    default:
      return { code: 'storage-failed', detail };
  }
}
