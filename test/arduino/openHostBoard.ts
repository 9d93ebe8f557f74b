import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  /** What its place for a model holds; `full`: it takes none. Without: there is no such place. */
  readonly models?: Uint8Array | 'full';
  /** The model that its sketch has. */
  readonly ofSketch?: string;
}

/** Bytes of a memory that has never been written. */
const ERASED = new Uint8Array(4096).fill(0xff);

/** What a board has said, and what it has kept. */
export interface Run {
  readonly lines: string[];
  readonly memory: Uint8Array<ArrayBuffer>;
  readonly models: Uint8Array<ArrayBuffer>;
}

/** Switches a board on and off again. @param script as programs/scriptedBoard.h has it */
export function runHostBoard(
  program: string,
  script: string,
  { seed = 1, memory = ERASED, models, ofSketch }: HostBoardOptions = {},
): Run {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-'));
  try {
    const file = join(directory, 'memory');
    const modelFile = join(directory, 'model');
    writeFileSync(file, memory);
    if (models instanceof Uint8Array) writeFileSync(modelFile, models);
    const sketchFile = join(directory, 'sketch');
    if (ofSketch !== undefined) writeFileSync(sketchFile, ofSketch);
    const place = models === undefined ? '' : models === 'full' ? models : modelFile;
    const lines = runTool(program, [String(seed), file, place, sketchFile], script)
      .split('\n')
      .slice(0, -1);
    const kept = existsSync(modelFile) ? readFileSync(modelFile) : new Uint8Array();
    return { lines, memory: readFileSync(file), models: kept };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A script that says lines to the board, each in a go of its own. */
export const scriptOf = (lines: readonly string[]): string =>
  lines.map((line) => `f${Buffer.from(`${line}\n`).toString('hex')}\n`).join('');

/**
 * A board of the Arduino library, compiled for this machine. The program knows no time, so that each
 * question runs it anew from the start, with all that has happened so far.
 */
export function openHostBoard(program: string, options: HostBoardOptions = {}): HostBoard {
  const { startMs = 0 } = options;
  let script = `c${startMs}\n`;
  let read = 0;
  function sent(): string[] {
    const { lines } = runHostBoard(program, script, options);
    const fresh = lines.slice(read);
    read = lines.length;
    return fresh;
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
