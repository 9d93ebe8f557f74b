/**
 * Where recordings are kept: one file a session. In the page that is the browser's own file system
 * (browserFolder.ts), in tests a folder on disk. Types only.
 */
import type { RecordingFault } from '../messages/recordingMessages.ts';

export type Stored<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: RecordingFault };

/** An open file that grows at its end; nobody else can open it for writing meanwhile. */
export interface AppendFile {
  /** Null when all of it was written. */
  append(bytes: Uint8Array): RecordingFault | null;
  /** Makes sure that what was written outlives a power cut. Null when it does. */
  flush(): RecordingFault | null;
  size(): number;
  /** So many bytes from `at` on, which must be there. */
  read(at: number, length: number): Uint8Array<ArrayBuffer>;
  /** Gives up what stands after `bytes`. */
  truncate(bytes: number): void;
  close(): void;
}

export interface SessionFolder {
  /** A new file, `<stem>.tidemark` or, when that is taken, `<stem>-2.tidemark` and so on. */
  create(stem: string): Promise<Stored<{ readonly name: string; readonly file: AppendFile }>>;
  /** Opens a file to write on; `in-use` when it is being written by this tab or another one. */
  reopen(name: string): Promise<Stored<AppendFile>>;
  /** Opens a file that is made if it is not there. */
  appendTo(name: string): Promise<Stored<AppendFile>>;
  /** The file as it stands now. */
  read(name: string): Promise<Stored<Blob>>;
  remove(name: string): Promise<Stored<null>>;
  names(): Promise<Stored<readonly string[]>>;
  /** How many bytes more the browser would take; null when it does not say. */
  bytesLeft(): Promise<number | null>;
}
