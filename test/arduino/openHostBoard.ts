import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf } from '../firmware/lineSum.ts';
import type { LineBoard } from '../firmware/protocolOnTheLine.ts';
import { runTool } from './compile.ts';

export interface HostBoard extends LineBoard {
  inject(kind: string): void;
}

export interface HostBoardOptions {
  readonly startMs?: number;
  readonly seed?: number;
  /** What the memory holds when the board is switched on. */
  readonly memory?: Uint8Array;
}

/** Bytes of a memory that has never been written. */
export const ERASED = new Uint8Array(4096).fill(0xff);

/**
 * A board of the Arduino library, compiled for this machine. The program knows no time, so that each
 * question runs it anew from the start, with all that has happened so far.
 */
export function openHostBoard(program: string, options: HostBoardOptions = {}): HostBoard {
  const { startMs = 0, seed = 1, memory = ERASED } = options;
  let script = `c${startMs}\n`;
  let read = 0;
  function sent(): string[] {
    const directory = mkdtempSync(join(tmpdir(), 'tidemark-'));
    try {
      const file = join(directory, 'memory');
      writeFileSync(file, memory);
      const lines = runTool(program, [String(seed), file], script)
        .split('\n')
        .slice(0, -1);
      const fresh = lines.slice(read);
      read = lines.length;
      return fresh;
    } finally {
      rmSync(directory, { recursive: true });
    }
  }
  const feed = (bytes: Uint8Array) => {
    script += `f${Buffer.from(bytes).toString('hex')}\n`;
  };
  /** Waits of `turn` that have been read already are no lines of the board. */
  const lines = () =>
    sent()
      .filter((line) => !line.startsWith('='))
      .map(bodyOf);
  let unread: string[] = [];
  function taken(): string[] {
    const all = [...unread, ...lines()];
    unread = [];
    return all;
  }
  return {
    feed,
    lines: taken,
    turn(tMs) {
      script += `t${tMs}\n`;
      const fresh = sent();
      unread.push(...fresh.filter((line) => !line.startsWith('=')).map(bodyOf));
      return Number(fresh.at(-1)?.slice(1));
    },
    ask(line) {
      taken();
      feed(new TextEncoder().encode(`${line}\n`));
      return taken();
    },
    run(count) {
      taken();
      script += `r${count}\n`;
      return taken();
    },
    inject(kind) {
      script += `i${kind}\n`;
    },
  };
}
