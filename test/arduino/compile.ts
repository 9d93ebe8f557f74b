import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const LIBRARY = fileURLToPath(new URL('../../firmware/arduino/Tidemark', import.meta.url));
const PROGRAMS = fileURLToPath(new URL('programs', import.meta.url));
const STRICT = ['-std=c++11', '-Wall', '-Wextra', '-Werror', '-pedantic', '-fno-exceptions'];

/** Whether this machine has the program. */
export function hasTool(name: string): boolean {
  return spawnSync(name, ['--version']).status === 0;
}

/** Compiles one of our programs for this machine. Returns the path of what runs. */
export function compiledForHost(program: string, flags: readonly string[] = []): string {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const target = join(directory, 'program');
  const source = join(PROGRAMS, program);
  runTool('g++', [...STRICT, '-O1', ...flags, `-I${LIBRARY}/src`, source, '-o', target]);
  return target;
}

/** Runs a program to its end and returns what it printed. Throws what it complained of. */
export function runTool(command: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
    timeout: 240_000,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stderr}`);
  return stdout;
}
