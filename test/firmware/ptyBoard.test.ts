import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  lstatSync,
  mkdtempSync,
  openSync,
  read,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { atDesk } from '../thoroughness.ts';
import { withSum } from './lineSum.ts';

const PROGRAM = fileURLToPath(new URL('../../firmware/host/ptyBoard.ts', import.meta.url));
const hasSocat = spawnSync('socat', ['-V']).status === 0;

const running: ChildProcessWithoutNullStreams[] = [];
const directories: string[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGTERM');
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

function scratchDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-pty-'));
  directories.push(directory);
  return directory;
}

interface Board {
  readonly child: ChildProcessWithoutNullStreams;
  readonly link: string;
  readonly ended: Promise<number | null>;
}

async function startBoard(directory: string, env = process.env): Promise<Board> {
  const link = join(directory, 'tty');
  const args = ['--import', 'tsx', PROGRAM, '--link', link, '--flash', join(directory, 'flash')];
  const child = spawn(process.execPath, args, { stdio: 'pipe', env });
  running.push(child);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('Board ready') && resolve());
    child.stderr.on('data', (text) => reject(new Error(String(text))));
  });
  return { child, link, ended };
}

/**
 * Opens the terminal, sends, and reads until `wanted` has come. Does it over when the terminal
 * hangs up: for some milliseconds after the last reader left, it is the old one that is opened.
 */
async function talk(link: string, text: string, wanted: RegExp): Promise<string> {
  for (;;) {
    const heard = await session(link, text, wanted);
    if (heard !== 'hung up') return heard.text;
    await sleep(20);
  }
}

async function session(
  link: string,
  text: string,
  wanted: RegExp,
): Promise<{ text: string } | 'hung up'> {
  let file: number;
  try {
    file = openSync(link, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  } catch {
    return 'hung up';
  }
  try {
    let heard = '';
    let asked = Number.NEGATIVE_INFINITY;
    const chunk = new Uint8Array(65536);
    while (!wanted.test(heard)) {
      // As the protocol has it: a host that hears no answer for a second asks again.
      if (performance.now() - asked > 1000) {
        if (!writeAll(file, text)) return 'hung up';
        asked = performance.now();
      }
      const count = await readSome(file, chunk);
      if (count === 'hung up') return 'hung up';
      heard += new TextDecoder().decode(chunk.subarray(0, count));
      if (count === 0) await sleep(5);
    }
    return { text: heard };
  } finally {
    closeSync(file);
  }
}

/** False when the terminal hung up between its opening and this. */
function writeAll(file: number, text: string): boolean {
  try {
    writeSync(file, text);
    return true;
  } catch {
    return false;
  }
}

function readSome(file: number, chunk: Uint8Array): Promise<number | 'hung up'> {
  return new Promise((resolve) =>
    read(file, chunk, 0, chunk.length, null, (error, bytes) => {
      if (!error) resolve(bytes > 0 ? bytes : 'hung up');
      else resolve(error.code === 'EAGAIN' ? 0 : 'hung up');
    }),
  );
}

describe.skipIf(!hasSocat)('npm run board (skipped without socat)', () => {
  it('is there again for everyone who opens the terminal, and keeps its state', async () => {
    const { link } = await startBoard(scratchDirectory());
    await talk(link, `${withSum('set,1,gamma=3.25')}\n`, /\nr,1,ok\*/);
    for (const id of [2, 3, 4]) {
      const heard = await talk(link, `${withSum(`get,${id}`)}\n`, new RegExp(`\nr,${id},ok`));
      expect(heard).toContain('p,gamma=3.25,');
    }
    expect(await talk(link, '', /(s,\d+,\d+,[^\n]*\n){3}/)).toMatch(/^s,/m);
  });

  it('keeps saved parameters when the process is started again', async () => {
    const directory = scratchDirectory();
    const first = await startBoard(directory);
    await talk(first.link, 'set gamma=3.25\nsave 2\n', /\nr,2,ok\*/);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(lstatSync(first.link, { throwIfNoEntry: false })).toBeUndefined();
    const second = await startBoard(directory);
    const heard = await talk(second.link, 'hello 1\n', /\nr,1,ok\*/);
    expect(heard).toMatch(/,saved=1,/);
    expect(heard).toContain('\np,gamma=3.25,');
  });

  it.skipIf(atDesk)('takes injections and quit from its own input', async () => {
    const { child, link, ended } = await startBoard(scratchDirectory());
    await talk(link, 'set period=1\nget 1\n', /\nf,/);
    // Again and again: one that comes before the terminal is open again is not heard of.
    const spikes = setInterval(() => child.stdin.write('spike\n'), 200);
    expect(await talk(link, '', /\ne,\d+,\d+,0,o/)).toMatch(/\ne,/);
    clearInterval(spikes);
    child.stdin.write('quit\n');
    expect(await ended).toBe(0);
  });

  it.skipIf(atDesk)('says in a sentence that socat is missing', async () => {
    const env = { ...process.env, PATH: '/nonexistent' };
    await expect(startBoard(scratchDirectory(), env)).rejects.toThrow(/socat is missing/);
  });
});
