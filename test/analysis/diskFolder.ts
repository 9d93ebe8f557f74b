import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openAsBlob,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type {
  AppendFile,
  SessionFolder,
  Stored,
} from '../../src/analysis/sessions/sessionFolder.ts';

export interface DiskFolder extends SessionFolder {
  readonly path: string;
  /** From now on so many bytes go in, and not one more. */
  fillUpAfter(bytes: number): void;
}

const no = (code: 'in-use' | 'not-found' | 'no-storage', detail = ''): Stored<never> => ({
  ok: false,
  fault: { code, detail },
});

/** A real folder in place of the browser's, with the same rules: one writer a file. */
export function createDiskFolder(path: string): DiskFolder {
  mkdirSync(path, { recursive: true });
  const open = new Set<string>();
  let room = Number.POSITIVE_INFINITY;

  function openFile(name: string): AppendFile {
    const descriptor = openSync(join(path, name), 'a+');
    open.add(name);
    const size = () => statSync(join(path, name)).size;
    return {
      append(bytes) {
        if (bytes.length > room) return { code: 'storage-full', detail: 'no room' };
        room -= bytes.length;
        writeSync(descriptor, bytes);
        return null;
      },
      flush() {
        fsyncSync(descriptor);
        return null;
      },
      size,
      read(at, length) {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readSync(descriptor, bytes, 0, length, at));
      },
      truncate: (bytes) => ftruncateSync(descriptor, bytes),
      close() {
        open.delete(name);
        closeSync(descriptor);
      },
    };
  }
  const exists = (name: string) => readdirSync(path).includes(name);

  return {
    path,
    fillUpAfter(bytes) {
      room = bytes;
    },
    async create(stem) {
      let name = `${stem}.tidemark`;
      for (let nth = 2; exists(name); nth++) name = `${stem}-${nth}.tidemark`;
      return { ok: true, value: { name, file: openFile(name) } };
    },
    async reopen(name) {
      if (!exists(name)) return no('not-found');
      return open.has(name) ? no('in-use') : { ok: true, value: openFile(name) };
    },
    async read(name) {
      return exists(name)
        ? { ok: true, value: await openAsBlob(join(path, name)) }
        : no('not-found');
    },
    async remove(name) {
      if (open.has(name)) return no('in-use');
      rmSync(join(path, name), { force: true });
      return { ok: true, value: null };
    },
    names: async () => ({ ok: true, value: readdirSync(path).sort() }),
    bytesLeft: async () => (Number.isFinite(room) ? room : null),
  };
}

/** What a browser offers that keeps no files for pages. */
export const NO_FOLDER: SessionFolder = {
  create: async () => no('no-storage', 'TypeError'),
  reopen: async () => no('no-storage', 'TypeError'),
  read: async () => no('no-storage', 'TypeError'),
  remove: async () => no('no-storage', 'TypeError'),
  names: async () => no('no-storage', 'TypeError'),
  bytesLeft: async () => null,
};
