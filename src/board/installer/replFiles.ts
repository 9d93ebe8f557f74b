/** Files of a board at its raw REPL: look, write, compare, remove. */
import * as python from './boardPython.ts';
import { adler32, sha256 } from './fileHash.ts';
import { stopped } from './installFault.ts';
import type { FileToWrite } from './installLayout.ts';
import type { Repl } from './rawRepl.ts';

const SLOW_MS = 30_000;
/** One command in a small heap, and in a large one. */
const SMALL_CHUNK_BYTES = 64;
const CHUNK_BYTES = 256;
const SMALL_HEAP_BYTES = 64 * 1024;

export interface BoardLook {
  readonly system: string;
  readonly machine: string;
  readonly release: string;
  /** Free heap, null where the board cannot tell. */
  readonly heapBytes: number | null;
  readonly folders: boolean;
  readonly freeBytes: number | null;
  /** What a file's size is rounded up to. */
  readonly blockBytes: number;
  /** Of main.py; null when there is none. */
  readonly mainFirstLine: string | null;
  readonly files: readonly string[];
}

export interface ReplFiles {
  readonly look: BoardLook;
  /** Little memory: small commands, and small files. */
  readonly isSmall: boolean;
  /** Runs a command. @throws InstallStop `no-space`, `refused-write`, or as Repl does */
  run(code: string): Promise<string>;
  /** Writes a file and compares its hash; once more if that differs. `wrote` hears of each chunk. */
  write(file: FileToWrite, wrote: (bytes: number) => void): Promise<void>;
  /** The hash of a file on the board; null when it cannot be read. */
  hash(path: string): Promise<string | null>;
  /** The hash that a file of these bytes has. */
  hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

export async function openReplFiles(repl: Repl): Promise<ReplFiles> {
  async function run(code: string): Promise<string> {
    const { output, error } = await repl.run(code, SLOW_MS);
    if (error !== '') throw writeFault(error);
    return output;
  }

  const look = readLook(
    (await run(python.ASK_MACHINE)) + (await run(python.ASK_ROOM)) + (await run(python.ASK_FILES)),
  );
  await run(python.DEFINE_REMOVE_FOLDER);
  const hasSha256 = (await repl.run(python.DEFINE_SHA256)).error === '';
  if (!hasSha256) await run(python.DEFINE_ADLER32);
  const hashOf = async (bytes: Uint8Array<ArrayBuffer>) =>
    hasSha256 ? sha256(bytes) : adler32(bytes);
  const isSmall = look.heapBytes !== null && look.heapBytes < SMALL_HEAP_BYTES;
  const chunkBytes = isSmall ? SMALL_CHUNK_BYTES : CHUNK_BYTES;

  async function hash(path: string): Promise<string | null> {
    const { output, error } = await repl.run(python.printHash(path), SLOW_MS);
    return error === '' ? output.trim() : null;
  }

  async function writeOnce(file: FileToWrite, wrote: (bytes: number) => void): Promise<boolean> {
    await run(python.openForWriting(file.path));
    for (let from = 0; from < file.bytes.length; from += chunkBytes) {
      const chunk = file.bytes.subarray(from, from + chunkBytes);
      await run(python.writeChunk(chunk));
      wrote(chunk.length);
    }
    await run(python.CLOSE);
    return (await hash(file.path)) === (await hashOf(file.bytes));
  }

  return {
    look,
    isSmall,
    run,
    hash,
    hashOf,
    async write(file, wrote) {
      if (await writeOnce(file, wrote)) return;
      wrote(-file.bytes.length);
      if (!(await writeOnce(file, wrote))) throw stopped('hash-differs', file.path);
    },
  };
}

function readLook(answer: string): BoardLook {
  const lines = answer.split(/\r?\n/).map((line): [string, string] => {
    const at = line.indexOf(' ');
    return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
  });
  const values = new Map(lines);
  const machine = values.get('machine');
  if (machine === undefined) throw stopped('no-answer', answer.slice(0, 200));
  return {
    machine,
    system: values.get('system') ?? '',
    release: values.get('release') ?? '',
    heapBytes: numberOrNull(values.get('heap')),
    folders: values.has('folders'),
    freeBytes: numberOrNull(values.get('free')),
    blockBytes: numberOrNull(values.get('block')) ?? 1,
    mainFirstLine: values.get('main') ?? null,
    files: lines.flatMap(([word, value]) => (word === 'file' ? [value] : [])),
  };
}

function numberOrNull(digits: string | undefined): number | null {
  return digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : null;
}

/** What a traceback means. MicroPython says ENOSPC by name or number, the micro:bit in words. */
function writeFault(traceback: string): Error {
  const lastLine = traceback.trim().split(/\r?\n/).at(-1) ?? '';
  const isFull = /ENOSPC|\b28\b|no more storage space/.test(lastLine);
  return stopped(isFull ? 'no-space' : 'refused-write', lastLine);
}
