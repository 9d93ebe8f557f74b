import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RUN_FOLDER } from '../runFolder.ts';
import { TEST_MS } from '../thoroughness.ts';

export const LIBRARY = fileURLToPath(new URL('../../firmware/arduino/Tidemark', import.meta.url));
export const INCLUDES = [`-I${LIBRARY}/src`];
const STRICT = [
  ...['-std=c++11', '-Wall', '-Wextra', '-Werror', '-pedantic', '-fno-exceptions'],
  // What is read before it is written is no number, not by chance a 0.
  '-ftrivial-auto-var-init=pattern',
];

/** Whether this machine has the program. */
export function hasTool(name: string): boolean {
  return spawnSync(name, ['--version']).status === 0;
}

const directories: string[] = [];
process.on('exit', () => {
  for (const one of directories) rmSync(one, { recursive: true, force: true });
});

/** A directory that is gone when the tests end. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(process.env[RUN_FOLDER] ?? tmpdir(), 'tidemark-'));
  directories.push(directory);
  return directory;
}

export function programPath(name: string): string {
  return fileURLToPath(new URL(`programs/${name}`, import.meta.url));
}

/** Compiles one of our programs for this machine. Returns the path of what runs. */
export function compiledForHost(program: string, flags: readonly string[] = []): string {
  const args = [...STRICT, '-O1', ...flags, ...INCLUDES, programPath(program)];
  return madeOnce(['g++', ...args], (target) => runTool('g++', [...args, '-o', target]));
}

/**
 * A file or folder that `make` makes, once in a run of the tests, for all workers.
 *
 * @param what is to be made; nothing that is the same is made again
 */
export function madeOnce(what: readonly string[], make: (target: string) => void): string {
  const shared = process.env[RUN_FOLDER];
  if (shared === undefined) {
    const own = join(temporaryDirectory(), 'made');
    make(own);
    return own;
  }
  const target = join(shared, createHash('sha256').update(what.join('\0')).digest('hex'));
  const turn = `${target}.turn`;
  while (!existsSync(target)) {
    if (!hasTurn(turn)) continue;
    try {
      if (!existsSync(target)) {
        make(`${target}.part`);
        renameSync(`${target}.part`, target);
      }
    } finally {
      rmSync(turn, { recursive: true });
    }
  }
  return target;
}

/** Takes the turn that one process at a time has; false, a moment later, while another has it. */
function hasTurn(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch (error) {
    if (!existsSync(dirname(turn))) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    return false;
  }
}

/** Runs a program to its end and returns what it printed. Throws what it complained of. */
export function runTool(command: string, args: readonly string[], input = ''): string {
  return outputs(command, args, input).stdout;
}

/** As runTool, with what it wrote to the standard error. */
export function outputs(
  command: string,
  args: readonly string[],
  input = '',
): { readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
    timeout: TEST_MS,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stderr}`);
  return { stdout, stderr };
}
