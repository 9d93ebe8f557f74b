import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-'));
  directories.push(directory);
  return directory;
}

export function programPath(name: string): string {
  return fileURLToPath(new URL(`programs/${name}`, import.meta.url));
}

/** Compiles one of our programs for this machine. Returns the path of what runs. */
export function compiledForHost(program: string, flags: readonly string[] = []): string {
  const target = join(temporaryDirectory(), 'program');
  runTool('g++', [...STRICT, '-O1', ...flags, ...INCLUDES, programPath(program), '-o', target]);
  return target;
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
