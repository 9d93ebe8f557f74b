import { setTimeout as sleep } from 'node:timers/promises';
import { sumOf } from '../firmware/lineSum.ts';
import { PATIENCE_MS } from '../thoroughness.ts';
import type { Microbit } from './qemu.ts';

/** Both sides of an emulated board's serial line, as a person at a terminal has them. */
export interface MicrobitConsole {
  /** Sends bytes no faster than the board's small buffer takes them. */
  send(bytes: Uint8Array | string): Promise<void>;
  /** Resolves with all text since the last call, once `wanted` is in it. */
  until(wanted: RegExp): Promise<string>;
  /** The same, but null when it did not come in that time; then nothing is taken. */
  within(wanted: RegExp, patienceMs: number): Promise<string | null>;
  /** Runs Python at the raw prompt and returns what it prints; throws what it raises. */
  run(code: string): Promise<string>;
  writeFile(path: string, text: string): Promise<void>;
}

const END = String.fromCharCode(4);
const untilEnd = new RegExp(END);
const PIECE = 16;
const PAUSE_MS = 3;
/** Then a line has lost its end, and is sent again. */
const LOST_MS = 25_000;

export function openConsole(microbit: Microbit): MicrobitConsole {
  let unread = '';
  let look: () => void = () => undefined;
  microbit.onBytes((bytes) => {
    unread += Buffer.from(bytes).toString('latin1');
    look();
  });

  async function send(bytes: Uint8Array | string): Promise<void> {
    const all = Buffer.from(bytes);
    for (let at = 0; at < all.length; at += PIECE) {
      microbit.write(all.subarray(at, at + PIECE));
      await sleep(PAUSE_MS);
    }
  }

  function within(wanted: RegExp, patienceMs: number): Promise<string | null> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => {
        look = () => undefined;
        resolve(null);
      }, patienceMs);
      look = () => {
        const found = wanted.exec(unread);
        if (!found) return;
        clearTimeout(giveUp);
        const text = unread.slice(0, found.index + found[0].length);
        unread = unread.slice(text.length);
        look = () => undefined;
        resolve(text);
      };
      look();
    });
  }

  async function until(wanted: RegExp, patienceMs = PATIENCE_MS): Promise<string> {
    const text = await within(wanted, patienceMs);
    if (text === null) throw new Error(`no ${wanted} in: ${unread.slice(-500)}`);
    return text;
  }

  /** "OK", what is printed, what is raised; an end of transmission after each of these two. */
  async function run(code: string): Promise<string> {
    await send(code + END);
    const start = (await until(/OK/, LOST_MS)) && (await until(untilEnd, LOST_MS));
    const error = await until(untilEnd, LOST_MS);
    await until(/>/, LOST_MS);
    if (error !== END) throw new Error(error);
    return start.slice(0, -1);
  }

  /** Runs code again until it prints `wanted`: bytes get lost while QEMU waits for a processor. */
  async function insist(code: string, wanted: string): Promise<void> {
    for (let tries = 0; tries < 9; tries++) {
      const printed = await run(code).catch((error: unknown) => String(error));
      if (printed === wanted) return;
    }
    throw new Error(`the board never understood: ${code}`);
  }

  return {
    send,
    until,
    within,
    run,
    async writeFile(path, text) {
      await run(`file = open(${JSON.stringify(path)}, "wb")`);
      for (let at = 0; at < text.length; at += 64) {
        const piece = text.slice(at, at + 64);
        await insist(`piece = ${JSON.stringify(piece)}\nprint(len(piece))`, `${piece.length}\r\n`);
        await insist('w = file.write(piece)', '');
      }
      await run('file.close()');
    },
  };
}

/** The whole lines in a text, sums checked and taken off; what is cut off at its ends is left out. */
export function checkedLines(text: string): string[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, body = '', sum] = /^(.*)\*(..)\r?$/.exec(line) ?? [];
      if (sum !== sumOf(body)) throw new Error(`wrong sum: ${line}`);
      return body;
    });
}
